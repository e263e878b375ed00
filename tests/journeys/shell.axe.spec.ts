import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './journey.ts';
import { createProject, dropFile, enterAs } from './shellSupport.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Axe finds nothing on the screen as it is now. Entry animations are over first: half-transparent words have no contrast. */
async function expectClean(page: Page, name: string, except: string[] = []): Promise<void> {
  await page.evaluate(() =>
    Promise.all(
      document.getAnimations().map((one) => (one.effect?.getTiming().iterations === 1 ? one.finished : null)),
    ),
  );
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).disableRules(except).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  expect(found, name).toEqual([]);
}

for (const [theme, locale] of [
  ['light', 'en'],
  ['dark', 'zh'],
] as const) {
  test.describe(`axe finds nothing, ${theme}, ${locale}`, () => {
    test.beforeEach(async ({ context, baseURL }) => {
      const url = baseURL ?? '';
      await context.addCookies([
        { name: 'theme', value: theme, url },
        { name: 'locale', value: locale, url },
      ]);
    });

    test('on the way in', async ({ page }) => {
      await page.goto('/sign-in');
      await expectClean(page, 'sign-in');
      await page.goto('/nowhere');
      await expectClean(page, 'not found');
    });

    test('on projects, settings, dialogs and sheets', async ({ page }) => {
      await enterAs(page, 'writer');
      await expect(page.locator('.pjs')).toBeVisible();
      await expectClean(page, 'projects');
      await page.keyboard.press('n');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectClean(page, 'new project');
      await page.keyboard.press('Escape');
      await dropFile(page, 'picture.fountain', '\u0000\u0001');
      await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
      await expectClean(page, 'refused file');
      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+k');
      await expect(page.getByRole('combobox')).toBeFocused();
      await expectClean(page, 'palette');
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await expect(page.locator('.ky')).toBeVisible();
      await expectClean(page, 'keys');
      await page.keyboard.press('Escape');
      await page.goto('/settings');
      await expect(page.locator('.set-card').first()).toBeVisible();
      await expectClean(page, 'my settings');
    });
  });
}

for (const [name, viewport] of [
  ['desk', { width: 1440, height: 900 }],
  ['phone', { width: 390, height: 844 }],
] as const) {
  test(`axe finds nothing inside a project, ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await enterAs(page, 'writer');
    const project = await createProject(page, `Axe ${name}`);
    await page.goto(`${project}/members`);
    await expect(page.locator('.person-row').first()).toBeVisible();
    await expectClean(page, 'members');
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    await expectClean(page, 'invite');
    await page.getByRole('button', { name: 'Make the link' }).click();
    await expect(page.getByRole('textbox', { name: 'Link' })).toBeVisible();
    await expectClean(page, 'link');
    await page.goto(`${project}/settings`);
    await expect(page.locator('.set-card').first()).toBeVisible();
    await expectClean(page, 'project settings');
    await page.locator('.crumb').click();
    await expect(page.getByRole('menu')).toBeVisible();
    // A menu floats outside the landmarks; the practice of keeping all content inside them is not meant for it.
    await expectClean(page, 'crumb', ['region']);
  });
}
