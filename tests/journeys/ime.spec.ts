import { type CDPSession, expect, type Page } from '@playwright/test';
import { test } from './journey.ts';
import {
  elementTexts,
  enter,
  importScript,
  openScript,
  type Person,
  putCaretBehind,
  SHORT_SCRIPT,
} from './scriptSupport.ts';

/** Shows the words that an input method is composing, with the caret behind them. */
const compose = (keys: CDPSession, text: string) =>
  keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
const commit = (keys: CDPSession, text: string) => keys.send('Input.insertText', { text });

async function open(
  browser: Parameters<typeof enter>[0],
): Promise<{ writer: Person; director: Person; keys: CDPSession }> {
  const writer = await enter(browser, 'writer');
  const director = await enter(browser, 'director');
  const script = await importScript(writer, { text: SHORT_SCRIPT }, [{ person: director, role: 'director' }]);
  await openScript(writer.page, script);
  await openScript(director.page, script);
  return { writer, director, keys: await writer.context.newCDPSession(writer.page) };
}

const textWith = async (page: Page, words: string): Promise<string | undefined> =>
  (await elementTexts(page)).find((text) => text.includes(words));

for (const [language, steps, result] of [
  ['Chinese pinyin', ['n', 'ni', 'nih', 'niha', 'nihao'], '你好'],
  ['Japanese', ['か', 'かん', 'かんじ'], '漢字'],
] as const) {
  test(`${language}: a composition survives what others type in the same paragraph, before it and behind it`, async ({
    browser,
  }) => {
    const { writer, director, keys } = await open(browser);
    await putCaretBehind(writer.page, 'a split rubber');
    for (const [at, step] of steps.entries()) {
      await compose(keys, step);
      if (at === 0) {
        await putCaretBehind(director.page, 'The beam');
        await director.page.keyboard.type(' of light');
      }
      if (at === 1) {
        await putCaretBehind(director.page, 'finds her hands.');
        await director.page.keyboard.type(' Both.');
      }
    }
    await commit(keys, result);
    const expected = `The beam of light slides off a split rubber${result} belt and finds her hands. Both.`;
    await expect.poll(() => textWith(writer.page, 'The beam')).toBe(expected);
    await expect.poll(() => textWith(director.page, 'The beam')).toBe(expected);
  });

  test(`${language}: a composition survives what others do in other paragraphs`, async ({ browser }) => {
    const { writer, director, keys } = await open(browser);
    await putCaretBehind(writer.page, 'finds her hands.');
    for (const [at, step] of steps.entries()) {
      await compose(keys, step);
      if (at === 0) {
        await putCaretBehind(director.page, 'behind the back row.');
        await director.page.keyboard.press('Enter');
        await director.page.keyboard.type('New above.');
      }
      if (at === 1) {
        await putCaretBehind(director.page, 'She weighs it.');
        await director.page.keyboard.type(' New below.');
      }
    }
    await commit(keys, result);
    await expect
      .poll(() => textWith(director.page, 'finds her hands'))
      .toMatch(new RegExp(`finds her hands\\.${result}$`));
    await expect.poll(() => elementTexts(writer.page)).toEqual(await elementTexts(director.page));
    expect((await elementTexts(writer.page)).join(' ')).toMatch(/New above\..*New below\./);
  });
}

test('a composition that is given up leaves nothing behind', async ({ browser }) => {
  const { writer, director, keys } = await open(browser);
  const before = await elementTexts(writer.page);
  await putCaretBehind(writer.page, 'finds her hands.');
  await compose(keys, 'nihao');
  await compose(keys, '');
  await putCaretBehind(director.page, 'My left.');
  await director.page.keyboard.type(' Yes.');
  const expected = before.map((text) => text.replace('My left.', 'My left. Yes.'));
  await expect.poll(() => elementTexts(writer.page)).toEqual(expected);
});
