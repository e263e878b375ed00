/** The scripts that the benchmarks read. */
import { readFileSync } from 'node:fs';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/screenplay/synthetic/${name}.fountain`, import.meta.url), 'utf8');

/** 160 kB, 128 pages and more; and 772 kB, 620 pages and more. */
export const scripts = {
  feature: fixture('synthetic-feature-a'),
  series: fixture('synthetic-series-600p'),
} as const;
