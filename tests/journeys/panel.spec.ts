import { expect } from '@playwright/test';
import { test } from './journey.ts';
import { cardOf, expectClean, gateOf, pickShot } from './panelSupport.ts';
import {
  enter,
  expectSaved,
  highlighted,
  importScript,
  lineOf,
  makeShot,
  openScript,
  SHORT_SCRIPT,
  select,
  wordsOf,
} from './scriptSupport.ts';

test('two people write in the same field at once, and see each other in it', async ({ browser }) => {
  const [writer, director] = [await enter(browser, 'writer'), await enter(browser, 'director')];
  const script = await importScript(writer, { text: SHORT_SCRIPT }, [{ person: director, role: 'director' }]);
  await openScript(writer.page, script);
  await openScript(director.page, script);
  const label = await makeShot(writer.page, 'The beam', 'her hands.');
  await pickShot(director.page, label);
  const [mine, theirs] = [writer, director].map(({ page }) => cardOf(page).getByLabel('Light', { exact: true }));
  await mine!.fill('hard light');
  await expect(theirs!).toHaveValue('hard light');
  await mine!.focus();
  await expect(cardOf(director.page).locator('[data-field="light"]')).toHaveAttribute('data-name', /\S/);
  await mine!.press('Home');
  await theirs!.focus();
  await theirs!.press('End');
  await Promise.all([
    writer.page.keyboard.type('Torch, ', { delay: 15 }),
    director.page.keyboard.type(', low key', { delay: 15 }),
  ]);
  for (const box of [mine!, theirs!]) await expect(box).toHaveValue('Torch, hard light, low key');
  expect(await mine!.evaluate((box) => (box as HTMLTextAreaElement).selectionStart)).toBe('Torch, '.length);
  await expect(cardOf(director.page).locator('.prompt')).toContainText('Torch, hard light, low key');
  await expectSaved(writer.page);
});

test('a composition in a field survives what others write in it', async ({ browser }) => {
  const [writer, director] = [await enter(browser, 'writer'), await enter(browser, 'director')];
  const script = await importScript(writer, { text: SHORT_SCRIPT }, [{ person: director, role: 'director' }]);
  await openScript(writer.page, script);
  await openScript(director.page, script);
  const label = await makeShot(writer.page, 'The beam', 'her hands.');
  await pickShot(director.page, label);
  const keys = await writer.context.newCDPSession(writer.page);
  const [mine, theirs] = [writer, director].map(({ page }) => cardOf(page).getByLabel('Action', { exact: true }));
  await mine!.click();
  await keys.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
  await theirs!.click();
  await director.page.keyboard.type('Ida: ');
  await keys.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 });
  await keys.send('Input.insertText', { text: '你好' });
  for (const box of [mine!, theirs!]) await expect.poll(() => box.inputValue()).toMatch(/^(Ida: 你好|你好Ida: )$/);
  expect(await mine!.inputValue()).toBe(await theirs!.inputValue());
});

test('a phrase lights its field and its words, a field lights its phrases; Enter goes from one to the other', async ({
  browser,
}) => {
  const person = await enter(browser, 'writer');
  const { page } = person;
  await openScript(page, await importScript(person, { text: SHORT_SCRIPT }));
  await makeShot(page, 'It holds a string', 'hold a belt.');
  await cardOf(page).getByLabel('Light', { exact: true }).fill('torch');
  await cardOf(page).locator('[data-phrase="dialogue"]', { hasText: 'It holds a string' }).first().hover();
  await expect.poll(() => highlighted(page, 'tl-phrase')).toContain('It holds a string');
  await cardOf(page).locator('[data-phrase="light"]').hover();
  await expect(cardOf(page).locator('[data-field="light"]')).toHaveClass(/\blit\b/);
  await cardOf(page).locator('[data-field="light"]').hover();
  await expect(cardOf(page).locator('[data-phrase="light"]')).toHaveClass(/\blit\b/);
  await cardOf(page).locator('[data-phrase="light"]').press('Enter');
  await expect(cardOf(page).getByLabel('Light', { exact: true })).toBeFocused();
});

test('the prompt is written for the chosen model, in the chosen language, and can be copied', async ({ browser }) => {
  const person = await enter(browser, 'writer');
  const { page, context } = person;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openScript(page, await importScript(person, { text: SHORT_SCRIPT }));
  await makeShot(page, 'The beam', 'her hands.');
  await cardOf(page).getByLabel('Size', { exact: true }).selectOption('ECU');
  await cardOf(page).getByLabel('Length', { exact: true }).fill('5');
  await cardOf(page).getByLabel('Length', { exact: true }).press('Enter');
  await expect(cardOf(page).locator('.prompt')).toContainText('Extreme close-up');
  await expect(cardOf(page).locator('.parameters')).toContainText('6 s');
  await expect(cardOf(page).locator('.warns')).toContainText('Length raised from 5 s to 6 s');
  await cardOf(page).getByLabel('Model', { exact: true }).selectOption('kling-v3');
  await expect(cardOf(page).locator('.parameters')).toContainText('5 s');
  await cardOf(page).getByLabel('Language of the prompt').selectOption('zh');
  await expect(cardOf(page).locator('.prompt')).toContainText('大特写');
  await page.getByRole('button', { name: 'Copy the prompt' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('大特写');
});

test('a number that is none is refused with a reason, and the old one stays', async ({ browser }) => {
  const person = await enter(browser, 'writer');
  const { page } = person;
  await openScript(page, await importScript(person, { text: SHORT_SCRIPT }));
  await makeShot(page, 'The beam', 'her hands.');
  const lens = cardOf(page).getByLabel('Lens', { exact: true });
  await lens.fill('35');
  await lens.press('Tab');
  await expect(lens).toHaveValue('35 mm');
  await lens.fill('long');
  await expect(cardOf(page).getByRole('alert')).toContainText('Millimetres');
  await lens.press('Tab');
  await expect(lens).toHaveValue('35 mm');
});

test('a deleted shot can be had back, with its decisions; one whose words are gone is hung onto others', async ({
  browser,
}) => {
  const [writer, producer] = [await enter(browser, 'writer'), await enter(browser, 'producer')];
  const { page } = writer;
  const script = await importScript(writer, { text: SHORT_SCRIPT }, [{ person: producer, role: 'producer' }]);
  await openScript(page, script);
  await openScript(producer.page, script);
  const label = await makeShot(page, 'The beam', 'her hands.');
  await pickShot(producer.page, label);
  await gateOf(producer.page)
    .getByRole('button', { name: /^Approve/ })
    .click();
  await expect(gateOf(page)).toHaveAttribute('data-state', 'approved');
  await page.getByRole('button', { name: `Acts on shot ${label}` }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(lineOf(producer.page, label)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(lineOf(producer.page, label)).toBeVisible();
  await expect(gateOf(page)).toHaveAttribute('data-state', 'approved');

  await select(page, 'The beam slides off', 'finds her hands.');
  await page.keyboard.press('Delete');
  const orphan = page.locator('.orphan');
  await expect(orphan).toContainText('The beam slides off a split rubber belt and finds her hands.');
  await expect(orphan.getByRole('button', { name: 'Re-attach to selection' })).toBeDisabled();
  await select(page, 'She weighs it.');
  await orphan.getByRole('button', { name: 'Re-attach to selection' }).click();
  await expect(orphan).toHaveCount(0);
  await expect(lineOf(producer.page, label)).toBeVisible();
  await expect(gateOf(page)).toHaveAttribute('data-state', 'stale');
});

test('the palette finds a shot by its name and shows it; the keys sheet names its keys', async ({ browser }) => {
  const person = await enter(browser, 'writer');
  const { page } = person;
  await openScript(page, await importScript(person, { text: SHORT_SCRIPT }));
  await makeShot(page, 'The headlamps', 'then white.');
  await cardOf(page).getByLabel('Title', { exact: true }).fill('Yellow eyes');
  await makeShot(page, 'The beam', 'her hands.');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('yellow eyes');
  await page.keyboard.press('Enter');
  await expect(cardOf(page).getByLabel('Title', { exact: true })).toHaveValue('Yellow eyes');
});

for (const [theme, locale, viewport] of [
  ['light', 'en', { width: 1440, height: 900 }],
  ['dark', 'zh', { width: 1440, height: 900 }],
  ['light', 'en', { width: 390, height: 844 }],
] as const) {
  test(`axe finds nothing on the panel's tabs, ${theme}, ${locale}, ${viewport.width} wide`, async ({
    browser,
    baseURL,
  }) => {
    const person = await enter(browser, 'producer');
    const { page, context } = person;
    const url = baseURL ?? '';
    await context.addCookies([
      { name: 'theme', value: theme, url },
      { name: 'locale', value: locale, url },
    ]);
    await page.goto('/projects');
    await page.locator('a.pj').filter({ hasText: 'Last Service' }).first().click();
    await page.waitForURL('**/scripts/**');
    await expect(wordsOf(page)).toBeVisible();
    if (viewport.width > 1000) {
      await page.locator('.sc').nth(11).click();
      await page.locator('button.srow').nth(3).click();
      await expect(gateOf(page)).toHaveAttribute('data-state', 'stale');
      await expectClean(page, 'a stale shot');
      await page.getByRole('tab').nth(1).click();
      await expect(page.locator('.thread').first()).toBeVisible();
      await expectClean(page, 'the comments');
    }
    await page.goto(`${new URL(page.url()).pathname}/shots`);
    await expect(page.locator('tr.shot-row').first()).toBeVisible();
    await page.setViewportSize(viewport);
    await page.locator('tr.shot-row').nth(3).click();
    await expectClean(page, 'the shot list');
  });
}
