import { expect, type Page } from '@playwright/test';
import { test } from './journey.ts';
import {
  elementTexts,
  enter,
  expectSaved,
  importScript,
  openScript,
  putCaretBehind,
  SHORT_SCRIPT,
  wordsOf,
} from './scriptSupport.ts';

/** Waits until the screen says that so many edits are on this device. */
async function expectKept(page: Page, count: number): Promise<void> {
  const mark = page.locator('[data-saved]');
  await expect(mark).toHaveAttribute('data-saved', 'offlineKept');
  await expect(mark).toContainText(`${count} kept on this device`);
}

test('what is typed offline survives a closed tab and reaches everybody when the network is back', async ({
  browser,
}) => {
  const writer = await enter(browser, 'writer');
  const director = await enter(browser, 'director');
  const script = await importScript(writer, { text: SHORT_SCRIPT }, [{ person: director, role: 'director' }]);
  await openScript(writer.page, script);
  await openScript(director.page, script);

  await writer.context.setOffline(true);
  await putCaretBehind(writer.page, 'behind the back row.');
  await writer.page.keyboard.type(' Kept.');
  await expectKept(writer.page, 6);
  await writer.page.close();

  // Meanwhile somebody else writes into the same paragraph.
  await putCaretBehind(director.page, 'The engine panel');
  await director.page.keyboard.type(' cover');
  await expectSaved(director.page);
  expect((await elementTexts(director.page)).join(' ')).not.toContain('Kept.');

  await writer.context.setOffline(false);
  const again = await writer.context.newPage();
  await openScript(again, script);
  const expected = 'The engine panel cover is open behind the back row. Kept.';
  await expect.poll(() => elementTexts(again)).toContain(expected);
  await expect.poll(() => elementTexts(director.page)).toContain(expected);
  await expectSaved(again);
});

test('a script that was open here opens again without a network, and is written on', async ({ browser }) => {
  const writer = await enter(browser, 'writer');
  const director = await enter(browser, 'director');
  const script = await importScript(writer, { text: SHORT_SCRIPT }, [{ person: director, role: 'director' }]);
  await openScript(writer.page, script);
  await expect.poll(() => writer.page.evaluate(async () => (await caches.match(location.href))?.status)).toBe(200);

  await writer.context.setOffline(true);
  await putCaretBehind(writer.page, 'behind the back row.');
  await writer.page.keyboard.type(' One.');
  await expectKept(writer.page, 5);
  await writer.page.close();

  const offline = await writer.context.newPage();
  await offline.goto(script.path);
  await expect(wordsOf(offline)).toBeVisible();
  await expect.poll(() => elementTexts(offline)).toContain('The engine panel is open behind the back row. One.');
  await expectKept(offline, 5);
  await putCaretBehind(offline, 'behind the back row. One.');
  await offline.keyboard.type(' Two.');
  await expectKept(offline, 10);
  await offline.close();

  await writer.context.setOffline(false);
  const again = await writer.context.newPage();
  await openScript(again, script);
  await expectSaved(again);
  await openScript(director.page, script);
  const expected = 'The engine panel is open behind the back row. One. Two.';
  await expect.poll(() => elementTexts(director.page)).toContain(expected);
});

test('who signs out leaves no screen behind that opens without a network', async ({ browser }) => {
  const writer = await enter(browser, 'writer');
  const script = await importScript(writer, { text: SHORT_SCRIPT });
  await openScript(writer.page, script);
  const address = writer.page.url();
  const kept = () => writer.page.evaluate(async (url) => (await caches.match(url))?.status ?? null, address);
  await expect.poll(kept).toBe(200);
  await writer.page.locator('.me-button').click();
  await writer.page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await writer.page.waitForURL('**/sign-in');
  await expect.poll(kept).toBe(null);
  await writer.context.setOffline(true);
  const offline = await writer.context.newPage();
  await offline.goto(address);
  await expect(offline.getByRole('heading', { name: 'The server is not answering' })).toBeVisible();
});

test('a network that comes and goes while somebody types loses nothing', async ({ browser }) => {
  const writer = await enter(browser, 'writer');
  const director = await enter(browser, 'director');
  const script = await importScript(writer, { text: SHORT_SCRIPT }, [{ person: director, role: 'director' }]);
  await openScript(writer.page, script);
  await openScript(director.page, script);
  await putCaretBehind(writer.page, 'Yellow, then white.');
  for (const word of [' One', ' two', ' three', ' four']) {
    await writer.context.setOffline(word !== ' three');
    await writer.page.keyboard.type(word);
  }
  await writer.context.setOffline(false);
  await expectSaved(writer.page);
  await expect.poll(async () => (await elementTexts(director.page)).at(-1)).toMatch(/white\. One two three four$/);
});

test('a browser that cannot keep words says so before anything is typed, and asks before it is left', async ({
  browser,
}) => {
  const writer = await enter(browser, 'writer');
  const script = await importScript(writer, { text: SHORT_SCRIPT });
  await writer.context.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      value: {
        open: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      },
    });
  });
  await openScript(writer.page, script);
  await writer.context.setOffline(true);
  await putCaretBehind(writer.page, 'Yellow, then white.');
  await writer.page.keyboard.type(' Lost?');
  await expect(writer.page.locator('[data-saved]')).toHaveAttribute('data-saved', 'notSaved');
  await expect(writer.page.locator('.banner')).toContainText('this browser keeps nothing');
  // The palette shows another screen without an unload: it asks, too.
  const questioned = writer.page.waitForEvent('dialog');
  await writer.page.keyboard.press('ControlOrMeta+k');
  await writer.page.getByRole('combobox').fill('My settings');
  await Promise.all([
    questioned.then((dialog) => {
      expect(dialog.type()).toBe('confirm');
      return dialog.dismiss();
    }),
    writer.page.keyboard.press('Enter'),
  ]);
  await expect(wordsOf(writer.page)).toContainText('Lost?');
  const asked = writer.page.waitForEvent('dialog');
  await Promise.all([
    asked.then((dialog) => {
      expect(dialog.type()).toBe('beforeunload');
      return dialog.dismiss();
    }),
    writer.page.close({ runBeforeUnload: true }),
  ]);
  const download = writer.page.waitForEvent('download');
  await writer.page.getByRole('button', { name: 'Download my copy' }).click();
  expect((await download).suggestedFilename()).toBe('Ring Road.fountain');
});
