import { defineConfig } from 'vitest/config';

/** Unit tests stand beside their source; what crosses packages stands in `tests/`. Browser journeys are Playwright's. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  resolve: { alias: { '@/': `${import.meta.dirname}/apps/web/src/` } },
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'apps/*/src/**/*.test.{ts,tsx}',
      'tests/{house,convergence,faults,security,http}/**/*.test.ts',
      'prisma/**/*.test.ts',
    ],
    testTimeout: 300_000,
    hookTimeout: 180_000,
    teardownTimeout: 10_000,
    maxWorkers: 2,
    sequence: { hooks: 'stack' },
  },
});
