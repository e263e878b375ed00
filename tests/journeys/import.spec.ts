import { expect } from '@playwright/test';
import { test } from './journey.ts';
import { elementTexts, enter, expectSaved, wordsOf } from './scriptSupport.ts';

const DOMESTIC = `20、卫生间 日 内

△她走进来，关上门。

张三：（低声）好。

没有格式的一行
`;

test('a text in the domestic format is shown as it was recognised, corrected by hand, and comes in so', async ({
  browser,
}) => {
  const { page } = await enter(browser, 'writer');
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: '卫生间.txt', mimeType: 'text/plain', buffer: Buffer.from(DOMESTIC) });
  const dialog = page.getByRole('dialog');
  const rows = dialog.locator('.recognised-row');
  await dialog.getByText(/^All/).click();
  await expect(rows.filter({ hasText: '她走进来' })).toHaveCount(1);
  await expect(rows.first().locator('select')).toHaveValue('heading');
  await rows.filter({ hasText: '没有格式的一行' }).locator('select').selectOption('transition');
  await rows.filter({ hasText: '她走进来' }).locator('select').selectOption('leftOut');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await page.waitForURL('**/scripts/**');
  await expect(wordsOf(page)).toBeVisible();
  await expectSaved(page);
  expect(await elementTexts(page)).toEqual(['卫生间 日 内', '张三', '（低声）', '好。', '没有格式的一行']);
  await expect(wordsOf(page).locator('[data-type="transition"]')).toHaveText('没有格式的一行');
});

test('a file that cannot be read says why, and nothing is made', async ({ browser }) => {
  const { page } = await enter(browser, 'writer');
  const projects = await page.locator('.pcard, .project-card, [data-project]').count();
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'a.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('no Word file') });
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/Tramline reads Fountain, Final Draft/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Import' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  expect(await page.locator('.pcard, .project-card, [data-project]').count()).toBe(projects);
});
