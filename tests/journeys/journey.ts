import { type BrowserContext, test as base, expect } from '@playwright/test';

/** What pages said about words that are missing or cannot be put together. */
const badWords: string[] = [];

/** Listens for words that a screen could not show: a test that met one fails at its end. */
export function watchWords(context: BrowserContext): void {
  context.on('console', (message) => {
    if (/IntlError|MISSING_MESSAGE|FORMATTING_ERROR/.test(message.text())) badWords.push(message.text().slice(0, 200));
  });
}

/** A test whose browsers' windows are closed behind it: those of earlier tests would go on listening and slow down the later ones. */
export const test = base.extend<{ closing: undefined }>({
  context: async ({ context }, use) => {
    watchWords(context);
    await use(context);
  },
  closing: [
    async ({ browser }, use) => {
      const earlier = new Set(browser.contexts());
      badWords.length = 0;
      await use(undefined);
      await Promise.all(
        browser
          .contexts()
          .filter((context) => !earlier.has(context))
          .map((context) => context.close()),
      );
      expect(badWords).toEqual([]);
    },
    { auto: true },
  ],
});
