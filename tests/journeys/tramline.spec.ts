import { expect } from '@playwright/test';
import { test } from './journey.ts';
import {
  enter,
  expectSaved,
  highlighted,
  importScript,
  lineOf,
  makeShot,
  openScript,
  putCaretBehind,
  SHORT_SCRIPT,
  select,
  wordsOf,
} from './scriptSupport.ts';

test('selected words become a shot whose line everybody sees, and it follows them through every edit', async ({
  browser,
}) => {
  const writer = await enter(browser, 'writer');
  const director = await enter(browser, 'director');
  const script = await importScript(writer, { text: SHORT_SCRIPT }, [{ person: director, role: 'director' }]);
  await openScript(writer.page, script);
  await openScript(director.page, script);

  const label = await makeShot(writer.page, 'It holds a string', 'hold a belt.');
  await expect(lineOf(director.page, label)).toBeVisible();
  const before = (await lineOf(writer.page, label).boundingBox())!;

  // Enter above moves the line with its words; a word typed inside makes it longer or keeps it, never loses it.
  await putCaretBehind(director.page, 'My left.');
  await director.page.keyboard.press('Enter');
  await director.page.keyboard.type('Rain drums on the roof.');
  await expect.poll(async () => (await lineOf(writer.page, label).boundingBox())!.y).toBeGreaterThan(before.y);
  await putCaretBehind(director.page, 'a string at');
  await director.page.keyboard.type(' ninety, no,');
  await lineOf(writer.page, label).hover();
  await expect
    .poll(() => highlighted(writer.page, 'tl-chosen'))
    .toBe("It holds a string at ninety, no, eighty kilos. It'll hold a belt.");

  const line = (await lineOf(writer.page, label).boundingBox())!;
  const words = (await wordsOf(writer.page).locator('p', { hasText: 'It holds a string' }).boundingBox())!;
  expect(Math.abs(line.y - words.y)).toBeLessThan(20);
  await expectSaved(writer.page);
});

test('overlapping shots stand side by side, labelled in their order', async ({ browser }) => {
  const { page, context } = await enter(browser, 'writer');
  const script = await importScript({ page, context }, { text: SHORT_SCRIPT });
  await openScript(page, script);
  const wide = await makeShot(page, 'The engine panel', 'and leans.');
  const close = await makeShot(page, 'The beam', 'her hands.');
  expect([wide, close]).toEqual(['1', '1A']);
  const [outer, inner] = [(await lineOf(page, wide).boundingBox())!, (await lineOf(page, close).boundingBox())!];
  expect(outer.x + outer.width).toBeLessThanOrEqual(inner.x + 4);
  expect(outer.height).toBeGreaterThan(inner.height);
});

test('pointing at a line lights its words, pointing at the words lights the line', async ({ browser }) => {
  const { page, context } = await enter(browser, 'writer');
  const script = await importScript({ page, context }, { text: SHORT_SCRIPT });
  await openScript(page, script);
  const label = await makeShot(page, 'The beam', 'her hands.');
  await makeShot(page, 'The headlamps', 'then white.');
  await lineOf(page, label).hover();
  await expect
    .poll(() => highlighted(page, 'tl-lit'))
    .toBe('The beam slides off a split rubber belt and finds her hands.');
  await page.mouse.move(4, 4);
  await expect(lineOf(page, label)).not.toHaveClass(/\blit\b/);
  const words = (await wordsOf(page).locator('p', { hasText: 'The beam' }).boundingBox())!;
  await page.mouse.move(words.x + 150, words.y + words.height - 6);
  await expect(lineOf(page, label)).toHaveClass(/\blit\b/);
});

test('keyboard alone: to the lines, along them, a word more, a word less, back to the words', async ({ browser }) => {
  const { page, context } = await enter(browser, 'writer');
  const script = await importScript({ page, context }, { text: SHORT_SCRIPT });
  await openScript(page, script);
  const first = await makeShot(page, 'The beam', 'finds');
  const second = await makeShot(page, 'She weighs', 'weighs it.');
  await putCaretBehind(page, 'behind the back row.');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(lineOf(page, first)).toBeFocused();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect
    .poll(() => highlighted(page, 'tl-chosen'))
    .toBe('The beam slides off a split rubber belt and finds her hands.');
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(() => highlighted(page, 'tl-chosen')).toBe('The beam slides off a split rubber belt and finds her');
  await page.keyboard.press('Shift+Alt+ArrowDown');
  await expect.poll(() => highlighted(page, 'tl-chosen')).toBe('beam slides off a split rubber belt and finds her');
  await page.keyboard.press('ArrowDown');
  await expect(lineOf(page, second)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lineOf(page, second)).toHaveClass(/\bsel\b/);
  await page.keyboard.press('Escape');
  await expect(wordsOf(page)).toBeFocused();
});

test('an end of a line is dragged to another word; Escape while dragging restores it', async ({ browser }) => {
  const { page, context } = await enter(browser, 'writer');
  const script = await importScript({ page, context }, { text: SHORT_SCRIPT });
  await openScript(page, script);
  const label = await makeShot(page, 'The beam', 'her hands.');
  const line = lineOf(page, label);
  const drag = async (to: string) => {
    const from = (await line.boundingBox())!;
    const target = (await wordsOf(page).locator('p', { hasText: to }).boundingBox())!;
    await page.mouse.move(from.x + from.width / 2, from.y + from.height - 1);
    await page.mouse.down();
    await page.mouse.move(from.x + from.width / 2, target.y + target.height - 5, { steps: 8 });
  };
  await drag('She weighs it');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect
    .poll(() => highlighted(page, 'tl-chosen'))
    .toBe('The beam slides off a split rubber belt and finds her hands.');
  await drag('She weighs it');
  await page.mouse.up();
  await expect.poll(() => highlighted(page, 'tl-chosen')).toMatch(/^The beam.*leans\.$/s);
});

test('words without a shot show on demand and become one by their plus', async ({ browser }) => {
  const { page, context } = await enter(browser, 'writer');
  const script = await importScript({ page, context }, { text: SHORT_SCRIPT });
  await openScript(page, script);
  await expect(page.locator('.gapline')).toHaveCount(0);
  await page.getByRole('button', { name: 'Uncovered words' }).click();
  await expect(page.locator('.gapline')).toHaveCount(2);
  await page.locator('.gapline').last().getByRole('button').click();
  await expect(page.locator('.tram')).toHaveCount(1);
  await expect(page.locator('.gapline')).toHaveCount(1);
  await expect.poll(() => highlighted(page, 'tl-chosen')).toBe('The headlamps come up. Yellow, then white.');
});

test('a shot whose words are all gone is listed as orphaned and hangs onto other words', async ({ browser }) => {
  const { page, context } = await enter(browser, 'writer');
  const script = await importScript({ page, context }, { text: SHORT_SCRIPT });
  await openScript(page, script);
  await makeShot(page, 'She weighs it.');
  await select(page, 'She weighs it.', 'and leans.');
  await page.keyboard.press('Delete');
  await expect(page.locator('.tram')).toHaveCount(0);
  await expect(page.locator('.side.r')).toContainText('She weighs it.');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('.tram')).toHaveCount(1);
});
