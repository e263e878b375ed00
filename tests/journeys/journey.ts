import { test as base } from '@playwright/test';

/** A test whose browsers' windows are closed behind it: those of earlier tests would go on listening and slow down the later ones. */
export const test = base.extend<{ closing: undefined }>({
  closing: [
    async ({ browser }, use) => {
      const earlier = new Set(browser.contexts());
      await use(undefined);
      await Promise.all(
        browser
          .contexts()
          .filter((context) => !earlier.has(context))
          .map((context) => context.close()),
      );
    },
    { auto: true },
  ],
});
