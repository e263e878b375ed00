import { expect } from '@playwright/test';
import { test } from './journey.ts';
import {
  elementTexts,
  enter,
  expectSaved,
  importScript,
  openScript,
  putCaretBehind,
  readFixture,
  SHORT_SCRIPT,
  wordsOf,
} from './scriptSupport.ts';

test('two people type in one script at once, see each other, and end with the same words', async ({ browser }) => {
  const writer = await enter(browser, 'writer');
  const director = await enter(browser, 'director');
  const script = await importScript(writer, { text: SHORT_SCRIPT }, [{ person: director, role: 'director' }]);
  await openScript(writer.page, script);
  await openScript(director.page, script);
  await expect(writer.page.locator('.avs .av')).toHaveCount(1);

  await putCaretBehind(writer.page, 'behind the back row.');
  await putCaretBehind(director.page, 'finds her hands.');
  await expect(writer.page.locator('.caret')).toBeVisible();
  await Promise.all([
    writer.page.keyboard.type(' It ticks as it cools.', { delay: 15 }),
    director.page.keyboard.type(' They are black with oil.', { delay: 15 }),
  ]);
  const expected = (texts: string[]) => texts.filter((text) => /cools\.$|with oil\.$/.test(text));
  await expect
    .poll(async () => expected(await elementTexts(writer.page)))
    .toEqual([
      'The engine panel is open behind the back row. It ticks as it cools.',
      'The beam slides off a split rubber belt and finds her hands. They are black with oil.',
    ]);
  await expect.poll(() => elementTexts(director.page)).toEqual(await elementTexts(writer.page));
  await expectSaved(writer.page);
  await expect(writer.page.locator('.sc.on .here i')).toHaveCount(1);
});

test('both press Enter and type in the same paragraph; no letter is lost or doubled', async ({ browser }) => {
  const writer = await enter(browser, 'writer');
  const director = await enter(browser, 'director');
  const script = await importScript(writer, { text: SHORT_SCRIPT }, [{ person: director, role: 'director' }]);
  await openScript(writer.page, script);
  await openScript(director.page, script);
  await putCaretBehind(writer.page, 'She weighs it.');
  await putCaretBehind(director.page, 'the tensioner');
  await Promise.all([
    (async () => {
      await writer.page.keyboard.press('Enter');
      await writer.page.keyboard.type('Twice.', { delay: 10 });
    })(),
    (async () => {
      await director.page.keyboard.type(' hard', { delay: 10 });
      await director.page.keyboard.press('Enter');
    })(),
  ]);
  const words = async (page: typeof writer.page) => (await elementTexts(page)).join('').replace(/\s+/g, ' ');
  await expect.poll(() => words(writer.page)).toContain('Twice.');
  await expect.poll(() => words(writer.page)).toContain('the tensioner hard');
  await expect.poll(() => words(director.page)).toBe(await words(writer.page));
  expect((await words(writer.page)).match(/Twice\./g)).toHaveLength(1);
});

test('a whole scene is written by keyboard alone, with names and element types completed', async ({ browser }) => {
  const { page } = await enter(browser, 'writer');
  const script = await importScript({ page, context: page.context() }, { text: SHORT_SCRIPT });
  await openScript(page, script);
  await putCaretBehind(page, 'Yellow, then white.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ju');
  await expect(page.getByRole('option', { name: 'JUN' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('It goes.');
  await page.keyboard.press('ControlOrMeta+b');
  await page.keyboard.type(' Really.');
  const last = wordsOf(page).locator(':scope > p').last();
  await expect(last).toHaveAttribute('data-type', 'dialogue');
  await expect(last.locator('strong')).toHaveText(' Really.');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+1');
  await expect(last).toHaveAttribute('data-type', 'heading');
  await page.keyboard.press('F6');
  await expect(page.locator('.script')).not.toBeFocused();
});

test('the navigator shows scenes with numbers and lengths, finds one, and goes there', async ({ browser }) => {
  const { page, context } = await enter(browser, 'writer');
  const script = await importScript({ page, context }, { text: SHORT_SCRIPT });
  await openScript(page, script);
  const scenes = page.locator('.sc');
  await expect(scenes).toHaveCount(2);
  await expect(scenes.nth(0)).toContainText('Night bus, lower deck');
  await page.getByRole('button', { name: 'Filter scenes' }).click();
  await page.getByRole('searchbox', { name: 'Filter scenes' }).fill('ring');
  await expect(scenes).toHaveCount(1);
  await scenes.first().click();
  await expect(page.locator('.sc.on')).toContainText('Ring road');
  await expect(page.locator('.stat')).toContainText('Scene 2');
  await page.getByRole('button', { name: 'Filter scenes' }).click();
  await page.getByRole('button', { name: 'New scene' }).click();
  await page.keyboard.type('INT. DEPOT - DAY');
  await expect(scenes).toHaveCount(3);
  await expect(page.locator('.sc.on')).toContainText('Depot');
});

test('a reader without the right to edit sees the words and cannot change them', async ({ browser }) => {
  const writer = await enter(browser, 'writer');
  const producer = await enter(browser, 'producer');
  const script = await importScript(writer, { text: SHORT_SCRIPT }, [{ person: producer, role: 'viewer' }]);
  const words = await openScript(producer.page, script);
  await expect(producer.page.locator('[data-saved]')).toHaveAttribute('data-saved', 'readOnly');
  await expect(words).toHaveAttribute('contenteditable', 'false');
  await expect(producer.page.getByRole('button', { name: 'Bold' })).toHaveCount(0);
  await openScript(writer.page, script);
  await putCaretBehind(writer.page, 'behind the back row.');
  await writer.page.keyboard.type(' Live.');
  await expect(words).toContainText('back row. Live.');
});

test('a film of 128 pages opens whole, and a key at its end reaches the other browser', async ({ browser }) => {
  const writer = await enter(browser, 'writer');
  const director = await enter(browser, 'director');
  const text = await readFixture('screenplay/synthetic/synthetic-feature-a.fountain');
  const script = await importScript(writer, { text, title: 'Feature' }, [{ person: director, role: 'director' }]);
  const words = await openScript(writer.page, script);
  await openScript(director.page, script);
  expect(await words.locator(':scope > p').count()).toBeGreaterThan(2000);
  await writer.page.keyboard.press('F6');
  await words.focus();
  await writer.page.keyboard.press('ControlOrMeta+End');
  await writer.page.keyboard.type(' Fade out, slowly.');
  await expect.poll(async () => (await elementTexts(director.page)).at(-1)).toMatch(/Fade out, slowly\.$/);
  await expectSaved(writer.page);
});
