import { expect } from '@playwright/test';
import { test } from './journey.ts';
import { cardOf, pickShot } from './panelSupport.ts';
import { enter, importScript, makeShot, openScript, putCaretBehind, SHORT_SCRIPT, select } from './scriptSupport.ts';

test('a thread on words: mention, answer, edit, resolve, reopen, delete; everybody sees it at once and it follows its words', async ({
  browser,
}) => {
  const [writer, director] = [await enter(browser, 'writer'), await enter(browser, 'director')];
  const script = await importScript(writer, { text: SHORT_SCRIPT }, [{ person: director, role: 'director' }]);
  await openScript(writer.page, script);
  await openScript(director.page, script);
  await select(director.page, 'eighty kilos.');
  await director.page.keyboard.press('Alt+m');
  const box = director.page.getByLabel('Comment on these words');
  await box.fill('Ask ');
  await box.press('End');
  await director.page.keyboard.type('@eli');
  await director.page.getByRole('option').first().click();
  await director.page.keyboard.type('about this.');
  await director.page.keyboard.press('Control+Enter');
  await expect(box).toHaveValue('');

  await writer.page.getByRole('tab', { name: /^Comments/ }).click();
  const thread = writer.page.locator('.thread').first();
  await expect(thread).toContainText('eighty kilos.');
  await expect(thread.locator('.mention')).toHaveText(/^@Elif/);
  await thread.getByRole('button', { name: 'Reply' }).click();
  await writer.page.getByLabel(/^Reply to/).fill('Ninety it is');
  await writer.page.keyboard.press('Control+Enter');
  const other = director.page.locator('.thread').first();
  await expect(other).toContainText('Ninety it is');

  // Words typed before the anchored ones do not part them from their thread.
  await putCaretBehind(writer.page, 'a string at');
  await writer.page.keyboard.type(' about');
  await expect(other.locator('button.thread-quote')).toBeVisible();

  await writer.page.getByRole('button', { name: /^Acts on the comment/ }).click();
  await writer.page.getByRole('menuitem', { name: 'Edit' }).click();
  await writer.page.getByLabel('Edit the comment').fill('Ninety it is.');
  await writer.page.keyboard.press('Control+Enter');
  await expect(other).toContainText('edited');
  await other.getByRole('button', { name: 'Resolve' }).click();
  await expect(writer.page.locator('.thread')).toHaveCount(0);
  await writer.page.getByRole('radio', { name: /^Resolved/ }).click();
  await writer.page.locator('.thread').getByRole('button', { name: 'Reopen' }).click();
  await director.page.getByRole('radio', { name: /^Open/ }).click();
  await expect(director.page.locator('.thread')).toHaveCount(1);
  await writer.page.getByRole('radio', { name: /^Open/ }).click();
  await writer.page.getByRole('button', { name: /^Acts on the comment/ }).click();
  await writer.page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(director.page.locator('.thread')).not.toContainText('Ninety it is.');
});

test('what could not be sent stays in the box, and is sent when it is tried again', async ({ browser }) => {
  const person = await enter(browser, 'writer');
  const { page } = person;
  await openScript(page, await importScript(person, { text: SHORT_SCRIPT }));
  const label = await makeShot(page, 'The beam', 'her hands.');
  await pickShot(page, label);
  await cardOf(page).getByRole('button', { name: 'Comment on this shot' }).click();
  await page.route('**/comments', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  const box = page.getByLabel('Comment on this shot');
  await box.fill('Half a thought');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Not sent' })).toBeVisible();
  await expect(box).toHaveValue('Half a thought');
  await expect(page.locator('.thread')).toHaveCount(0);
  await page.unroute('**/comments');
  await box.press('Control+Enter');
  await expect(page.locator('.thread')).toContainText('Half a thought');
  await expect(page.locator('.thread .lab')).toHaveText(label);
});

test('words that were deleted leave their thread with its quote; pressing a quote shows its words', async ({
  browser,
}) => {
  const person = await enter(browser, 'writer');
  const { page } = person;
  await openScript(page, await importScript(person, { text: SHORT_SCRIPT }));
  await select(page, 'split rubber');
  await page.keyboard.press('Alt+m');
  await page.getByLabel('Comment on these words').fill('Which rubber?');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.thread')).toContainText('Which rubber?');
  await page.locator('button.thread-quote').click();
  await expect(page.locator('.thread')).toHaveClass(/\bon\b/);
  await select(page, 'split rubber');
  await page.keyboard.press('Delete');
  await expect(page.locator('.thread')).toContainText('words are gone');
  await expect(page.locator('.thread del')).toHaveText('split rubber');
});
