import { expect, type Page } from '@playwright/test';
import { test } from './journey.ts';
import {
  elementTexts,
  enter,
  expectSaved,
  importScript,
  openScript,
  putCaretBehind,
  readFixture,
  wordsOf,
} from './scriptSupport.ts';

/**
 * How tall each page is, in pixels, from its upper edge to the gap under it. What never reaches paper is taken out first:
 * the outline and the notes in the words. All elements are laid out for it.
 */
function pageHeights(page: Page): Promise<number[]> {
  return wordsOf(page).evaluate(async (root) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `.script > p { content-visibility: visible !important }
      :is([data-type="section"], [data-type="synopsis"], [data-type="note"], [data-mark="note"]) { display: none }`,
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const gaps = [...root.querySelectorAll('.page-gap')].map((gap) => gap.getBoundingClientRect());
    const paper = root.getBoundingClientRect();
    const tops = [paper.top, ...gaps.map(({ bottom }) => bottom)];
    const bottoms = [...gaps.map(({ top }) => top), paper.bottom];
    return tops.map((top, at) => Math.round((bottoms[at]! - top) * 10) / 10);
  });
}

const speech = (words: string): string =>
  `INT. BUS - NIGHT\n\n${'The engine ticks as it cools down.\n\n'.repeat(24)}IDA\n${words}\n\nShe waits.\n`;
const said = 'I have driven this road for eleven years and I have never once seen the end of it. ';

test('every page of a film is exactly as tall as its paper, and the bars say where one is', async ({ browser }) => {
  const writer = await enter(browser, 'writer');
  const text = await readFixture('screenplay/synthetic/synthetic-feature-a.fountain');
  const script = await importScript(writer, { text, title: 'Feature' });
  await openScript(writer.page, script);
  const { page } = writer;
  await expect(page.locator('.nav .tot')).toContainText('140 pages');
  await expect(page.locator('.nav .tot')).toContainText('about 140 min');
  const heights = await pageHeights(page);
  expect(heights).toHaveLength(140);
  expect(heights.filter((height) => Math.abs(height - 924) > 1)).toEqual([]);
  await wordsOf(page).focus();
  await page.keyboard.press('ControlOrMeta+End');
  await expect(page.locator('.stat')).toContainText('Page 140 of 140');
  await expect(page.locator('.nav .sc').first().locator('.scp')).toHaveText('1');
  await expect(page.locator('.nav .sc').last().locator('.scp')).toHaveText('140');
});

test('every page of a Chinese script in the domestic format is as tall as its paper', async ({ browser }) => {
  const writer = await enter(browser, 'writer');
  const text = await readFixture('screenplay/synthetic/synthetic-zh.fountain');
  const script = await importScript(writer, { text, title: '长片', language: 'zh' });
  await openScript(writer.page, script);
  const heights = await pageHeights(writer.page);
  expect(heights.length).toBeGreaterThan(30);
  expect(heights.filter((height) => Math.abs(height - 982.3) > 1)).toEqual([]);
});

test('a speech that grows over the end of a page gets its (MORE) and its cue, and the caret stays in it', async ({
  browser,
}) => {
  const writer = await enter(browser, 'writer');
  const script = await importScript(writer, { text: speech('I have driven this road.') });
  const { page } = writer;
  await openScript(page, script);
  await expect(page.locator('.page-edge')).toHaveCount(0);
  await putCaretBehind(page, 'driven this road.');
  await page.keyboard.type(` ${said.repeat(4).trim()}`);
  const edge = page.locator('.page-edge');
  await expect(edge).toHaveCount(1);
  await expect(edge.locator('.page-more')).toHaveText('(MORE)');
  await expect(edge.locator('.page-cue')).toHaveText("IDA (CONT'D)");
  await expect(edge.locator('.pn')).toHaveText('2.');
  await page.keyboard.type(' So.');
  expect(await elementTexts(page)).toContain(`I have driven this road. ${said.repeat(4).trim()} So.`);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('Well, ');
  const grown = (await elementTexts(page)).find((text) => text.includes('So.'));
  expect(grown?.replace('Well, ', '')).toBe(`I have driven this road. ${said.repeat(4).trim()} So.`);
  await expectSaved(page);
});

test('words composed in a paragraph that goes over a page stay whole while the edge moves', async ({ browser }) => {
  const writer = await enter(browser, 'writer');
  const script = await importScript(writer, { text: speech(said.repeat(4)) });
  const { page } = writer;
  await openScript(page, script);
  await expect(page.locator('.page-edge')).toHaveCount(1);
  const keys = await writer.context.newCDPSession(page);
  await putCaretBehind(page, 'I have driven this road');
  for (const step of ['n', 'ni', 'nih', 'niha', 'nihao', 'nihao ni hao ma wo hen hao'])
    await keys.send('Input.imeSetComposition', { text: step, selectionStart: step.length, selectionEnd: step.length });
  await keys.send('Input.insertText', { text: '你好你好你好你好你好你好你好' });
  await expect
    .poll(async () => (await elementTexts(page)).find((text) => text.includes('你好')))
    .toBe(said.repeat(4).trim().replace('this road', 'this road你好你好你好你好你好你好你好'));
  await expect.poll(async () => (await pageHeights(page)).filter((height) => Math.abs(height - 924) > 1)).toEqual([]);
});

test('another page is chosen by keyboard for everybody at once, and the script leaves as a file', async ({
  browser,
}) => {
  const writer = await enter(browser, 'writer');
  const director = await enter(browser, 'director');
  const script = await importScript(writer, { text: speech(said.repeat(4)) }, [{ person: director, role: 'director' }]);
  await openScript(writer.page, script);
  await openScript(director.page, script);
  await expect(director.page.locator('.page-edge')).toHaveCount(1);
  const { page } = writer;
  await page.getByRole('button', { name: 'Page set-up' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Page set-up' });
  await dialog.getByLabel('Pages').selectOption({ label: 'Final Draft, A4' });
  const width = async () => Math.round((await director.page.locator('.sheet-page').boundingBox())?.width ?? 0);
  await expect.poll(width).toBe(694);
  await dialog.getByLabel('Pages').selectOption({ label: 'Final Draft, US Letter' });
  await dialog.getByLabel('Speech goes on, below').fill('(more)');
  await page.keyboard.press('Enter');
  await expect(director.page.locator('.page-more')).toHaveText('(more)');
  await dialog.getByLabel('(CONTINUED) and CONTINUED:').check();
  await expect(director.page.locator('.page-continued')).toHaveText(['(CONTINUED)', 'CONTINUED:']);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toBeHidden();
  await expectSaved(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Final Draft (.fdx)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Ring Road.fdx');
});
