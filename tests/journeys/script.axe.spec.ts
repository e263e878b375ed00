import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './journey.ts';
import { enter, importScript, makeShot, openScript, SHORT_SCRIPT } from './scriptSupport.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function expectClean(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  expect(found, name).toEqual([]);
}

for (const [theme, locale, viewport] of [
  ['light', 'en', { width: 1440, height: 900 }],
  ['dark', 'zh', { width: 1440, height: 900 }],
  ['light', 'zh', { width: 1024, height: 768 }],
  ['dark', 'en', { width: 390, height: 844 }],
] as const) {
  test(`axe finds nothing in the script workspace, ${theme}, ${locale}, ${viewport.width} wide`, async ({
    browser,
    baseURL,
  }) => {
    const { page, context } = await enter(browser, 'writer');
    const script = await importScript({ page, context }, { text: SHORT_SCRIPT });
    await openScript(page, script);
    await makeShot(page, 'The beam', 'her hands.');
    const url = baseURL ?? '';
    await context.addCookies([
      { name: 'theme', value: theme, url },
      { name: 'locale', value: locale, url },
    ]);
    await page.setViewportSize(viewport);
    await openScript(page, script);
    await page.locator('.tram').first().click();
    await expectClean(page, 'a shot is selected');
    await page.keyboard.press('Escape');
    if (viewport.width > 1000) {
      await page.getByRole('button', { name: /Uncovered words|未覆盖文字/ }).click();
      await expect(page.locator('.gapline').first()).toBeVisible();
      await expectClean(page, 'uncovered words are shown');
    }
  });
}
