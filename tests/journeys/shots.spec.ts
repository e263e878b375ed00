import { expect, type Page } from '@playwright/test';
import { test } from './journey.ts';
import { cardOf } from './panelSupport.ts';
import { enter, expectSaved, importScript, makeShot, openScript, SHORT_SCRIPT, wordsOf } from './scriptSupport.ts';

const labels = (page: Page) => page.locator('tr.shot-row .label-cell').allInnerTexts();
const rowOf = (page: Page, title: string) => page.locator('tr.shot-row', { hasText: title });
const titles = (page: Page) =>
  page
    .locator('tr.shot-row td.de')
    .evaluateAll((cells) => cells.map((cell) => cell.querySelector('input')?.value ?? cell.textContent));

/** Three shots in one scene, named One, Two and Three in their order, and the list of them. */
async function openList(browser: Parameters<typeof enter>[0]) {
  const person = await enter(browser, 'writer');
  const { page } = person;
  const script = await importScript(person, { text: SHORT_SCRIPT });
  await openScript(page, script);
  for (const [words, title] of [
    ['The engine panel', 'One'],
    ['The beam', 'Two'],
    ['She weighs it.', 'Three'],
  ] as const) {
    await makeShot(page, words);
    await cardOf(page).getByLabel('Title', { exact: true }).fill(title);
  }
  await expectSaved(page);
  await page.goto(`${script.path}/shots`);
  await expect(page.locator('tr.shot-row')).toHaveCount(3);
  return { page, script };
}

test('a shot moves by keyboard and by pointer; its label follows its place, and nothing else changes', async ({
  browser,
}) => {
  const { page } = await openList(browser);
  expect(await labels(page)).toEqual(['1', '1A', '1B']);
  await rowOf(page, 'One').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => titles(page)).toEqual(['Two', 'One', 'Three']);
  expect(await labels(page)).toEqual(['1', '1A', '1B']);

  await rowOf(page, 'Three').hover();
  const handle = (await rowOf(page, 'Three').locator('.grip-handle').boundingBox())!;
  const first = (await page.locator('tr.shot-row').first().boundingBox())!;
  await page.mouse.move(handle.x + 8, handle.y + 12);
  await page.mouse.down();
  await page.mouse.move(handle.x + 8, first.y + 6, { steps: 8 });
  await expect(page.locator('.drop-bar')).toBeVisible();
  await page.mouse.up();
  await expect.poll(() => titles(page)).toEqual(['Three', 'Two', 'One']);
  await page.reload();
  await expect.poll(() => titles(page)).toEqual(['Three', 'Two', 'One']);
});

test('beats are made, named, filled and deleted; their shots stay', async ({ browser }) => {
  const { page } = await openList(browser);
  await page.locator('tr.gh').first().hover();
  await page.getByRole('button', { name: 'Beat' }).first().click();
  await page.getByLabel('Name of the beat').fill('The belt');
  await page.keyboard.press('Enter');
  await expect(page.locator('.bh2')).toContainText('The belt');
  await rowOf(page, 'Two').hover();
  await rowOf(page, 'Two')
    .getByRole('button', { name: /^Acts on shot/ })
    .click();
  await page.getByRole('menuitemcheckbox', { name: 'The belt' }).click();
  await expect(page.locator('.bh2')).toContainText('1 shot');
  await expect.poll(() => titles(page)).toEqual(['One', 'Three', 'Two']);
  await page.locator('.bh2').hover();
  await page.getByRole('button', { name: /^Acts on the beat/ }).click();
  await page.getByRole('menuitem', { name: 'Delete beat' }).click();
  await expect(page.locator('.bh2')).toHaveCount(0);
  await expect(page.locator('tr.shot-row')).toHaveCount(3);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.bh2')).toContainText('1 shot');
});

test('a row is written in where it stands, shows its words in the script, and states are filtered', async ({
  browser,
}) => {
  const { page } = await openList(browser);
  await rowOf(page, 'Two').click();
  await page.locator('tr.shot-row.on').getByLabel('Size').selectOption('CU');
  await page.locator('tr.shot-row.on').getByLabel('Length').fill('4');
  await page.keyboard.press('Enter');
  await expect(page.locator('.sub')).toContainText('3 of 3 shots · 4.0 s');
  await page.getByRole('button', { name: 'State' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Approved' }).click();
  await expect(page.getByText('No shot stands like this')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).last().click();
  await page.locator('tr.shot-row').nth(2).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/scripts\/[^/]+$/);
  await expect(wordsOf(page)).toBeVisible();
  await expect(cardOf(page).getByLabel('Title', { exact: true })).toHaveValue('Three');
  await expect(page.locator('.tram.sel .lab')).toHaveText('1B');
});

test('a script without shots says how one is made', async ({ browser }) => {
  const person = await enter(browser, 'writer');
  const script = await importScript(person, { text: SHORT_SCRIPT });
  await person.page.goto(`${script.path}/shots`);
  await expect(person.page.getByText('No shot yet')).toBeVisible();
  await person.page.getByRole('link', { name: 'Open the script' }).click();
  await expect(wordsOf(person.page)).toBeVisible();
});
