import { type Browser, expect } from '@playwright/test';
import { test } from './journey.ts';
import { cardOf, coverWords, expectState, gateOf, invite, pickShot, pressBehind } from './panelSupport.ts';
import {
  elementTexts,
  enter,
  expectSaved,
  importScript,
  lineOf,
  makeShot,
  openScript,
  type Person,
  readFixture,
  SHORT_SCRIPT,
  select,
} from './scriptSupport.ts';
import { dropFile } from './shellSupport.ts';

/** A short script that a writer and a producer have open. */
async function openForTwo(browser: Browser) {
  const [writer, producer] = [await enter(browser, 'writer'), await enter(browser, 'producer')];
  const script = await importScript(writer, { text: SHORT_SCRIPT }, [{ person: producer, role: 'producer' }]);
  const both = [writer.page, producer.page];
  for (const page of both) await openScript(page, script);
  return { writer, producer, script, both };
}

test('import a screenplay of 128 pages, type in it at once, make a shot, read its prompt, comment, approve, go stale, come back', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const [writer, director, producer] = [
    await enter(browser, 'writer'),
    await enter(browser, 'director'),
    await enter(browser, 'producer'),
  ];
  const all = [writer.page, director.page, producer.page];

  // The writer drops the file; the others are let in and open the script.
  await expect(writer.page.locator('.pjs')).toBeVisible();
  await dropFile(
    writer.page,
    'feature.fountain',
    await readFixture('screenplay/synthetic/synthetic-feature-a.fountain'),
  );
  await writer.page.getByRole('dialog').getByRole('button', { name: 'Import' }).click();
  await writer.page.waitForURL('**/scripts/**');
  const path = new URL(writer.page.url()).pathname;
  const [, , projectId = '', , scriptId = ''] = path.split('/');
  await invite(writer, projectId, director, 'director');
  await invite(writer, projectId, producer, 'producer');
  const script = { projectId, scriptId, path };
  for (const page of all) await openScript(page, script);

  // Both type at once, into two paragraphs of the first scene.
  await pressBehind(writer.page, 'Still distant her closes train angry.');
  await pressBehind(director.page, 'Window eyes phone river.');
  await Promise.all([
    writer.page.keyboard.type(' The bridge hums.', { delay: 15 }),
    director.page.keyboard.type(' It rings.', { delay: 15 }),
  ]);
  for (const page of all) {
    await expect
      .poll(() => elementTexts(page))
      .toEqual(
        expect.arrayContaining([
          expect.stringContaining('The bridge hums.'),
          expect.stringContaining('river. It rings.'),
        ]),
      );
  }
  expect(await elementTexts(director.page)).toEqual(await elementTexts(writer.page));

  // Words become a shot; everybody sees its line and, when they pick it, its prompt.
  const label = await coverWords(writer.page, 'Familiar stops.', 'Small still takes train stands');
  await cardOf(writer.page).getByLabel('Size', { exact: true }).selectOption('MS');
  await cardOf(writer.page).getByLabel('Move', { exact: true }).selectOption('PUSH_IN');
  await pickShot(director.page, label);
  await pickShot(producer.page, label);
  for (const page of all) {
    await expect(lineOf(page, label)).toBeVisible();
    await expect(cardOf(page).locator('.prompt')).toContainText('Medium shot, push-in');
    await expect(cardOf(page).locator('.prompt')).toContainText('Small still takes train stands');
  }

  // The director comments on a line.
  await select(director.page, 'Familiar stops.');
  await director.page.keyboard.press('Alt+m');
  await director.page.getByLabel('Comment on these words').fill('Say it slower.');
  await director.page.keyboard.press('Control+Enter');
  await writer.page.getByRole('tab', { name: /^Comments/ }).click();
  const thread = writer.page.locator('.thread');
  await expect(thread).toContainText('Familiar stops.');
  await expect(thread).toContainText('Say it slower.');
  await pickShot(writer.page, label);
  await pickShot(director.page, label);

  // The producer approves what is on screen.
  await expectState(all, 'none');
  await gateOf(producer.page)
    .getByRole('button', { name: /^Approve/ })
    .click();
  await expectState(all, 'approved');
  for (const page of all) await expect(lineOf(page, label)).toHaveClass(/\bapproved\b/);

  // One changed word of the covered ones is stale everywhere, with the difference; typed back, it is approved again.
  await pressBehind(writer.page, 'Small still takes');
  await writer.page.keyboard.type(' never');
  await expectState(all, 'stale');
  for (const page of all) {
    await expect(gateOf(page)).toContainText('dialogue changed');
    await expect(gateOf(page).locator('.diff ins').first()).toHaveText(/^\s*never\s*$/);
    await expect(lineOf(page, label)).toHaveClass(/\bstale\b/);
  }
  for (let letter = 0; letter < ' never'.length; letter++) await writer.page.keyboard.press('Backspace');
  await expectState(all, 'approved');
  await expectSaved(writer.page);
});

test('the demo shows a stale approval with its difference; the old word typed back restores it for everybody', async ({
  browser,
}) => {
  const people = [await enter(browser, 'writer'), await enter(browser, 'producer'), await enter(browser, 'director')];
  const [writer, producer, director] = people as [Person, Person, Person];
  for (const { page } of people) {
    await page.locator('a.pj').filter({ hasText: 'Last Service' }).first().click();
    await page.waitForURL('**/scripts/**');
    await page.locator('.sc').filter({ hasText: 'Night bus, lower deck' }).filter({ hasText: /^12/ }).click();
    await pickShot(page, '12C');
    await expect(gateOf(page)).toHaveAttribute('data-state', 'stale');
    await expect(gateOf(page).locator('.diff del')).toHaveText('eighty');
    await expect(gateOf(page).locator('.diff ins')).toHaveText('ninety');
    await expect(cardOf(page).locator('.prompt u')).toHaveText('ninety');
    await expect(gateOf(page).locator('.by')).toContainText('Elif Aydın changed it');
  }
  await expect(gateOf(producer.page).getByRole('button', { name: /^Re-affirm/ })).toBeVisible();
  await expect(gateOf(writer.page).getByRole('button', { name: /^Re-affirm/ })).toHaveCount(0);
  await select(writer.page, 'ninety');
  await writer.page.keyboard.type('eighty');
  await expectState([writer.page, producer.page], 'approved');
  await expectState([director.page], 'approved');
  await select(director.page, 'eighty');
  await director.page.keyboard.type('ninety');
  await expectState([writer.page, producer.page], 'stale');
  await expectSaved(director.page);
  for (const { page } of [writer, producer]) {
    await expect(gateOf(page).locator('.by')).toContainText('Mateo Ruiz changed it');
  }
});

test('a scene that is moved takes its shot and its approval along, and a word changed there afterwards is still noticed', async ({
  browser,
}) => {
  const { writer, producer, script, both } = await openForTwo(browser);
  const label = await makeShot(writer.page, 'It holds a string', 'hold a belt.');
  for (const page of both) await pickShot(page, label);
  await gateOf(producer.page)
    .getByRole('button', { name: /^Approve/ })
    .click();
  await expectState(both, 'approved');

  await pressBehind(writer.page, 'INT. NIGHT BUS');
  await writer.page.keyboard.press('Alt+Shift+ArrowDown');
  for (const page of both) {
    await expect.poll(async () => (await elementTexts(page))[0]).toBe('EXT. RING ROAD - NIGHT');
  }
  await expectState(both, 'approved');
  // Another person edits, whose page did not move anything.
  const director = await enter(browser, 'director');
  await invite(writer, script.projectId, director, 'director');
  await openScript(director.page, script);
  await select(director.page, 'eighty');
  await director.page.keyboard.type('ninety');
  await expectState(both, 'stale');
  for (const page of both) {
    await expect(gateOf(page).locator('.diff del')).toHaveText('eighty');
    await expect(gateOf(page).locator('.diff ins')).toHaveText('ninety');
    await expect(gateOf(page).locator('.by')).toContainText('Mateo Ruiz changed it');
  }
  await select(director.page, 'ninety');
  await director.page.keyboard.type('eighty');
  await expectState(both, 'approved');
});

test('a decision on what has changed meanwhile is not recorded: both are shown, and approving takes what is shown now', async ({
  browser,
}) => {
  const [writer, producer] = [await enter(browser, 'writer'), await enter(browser, 'producer')];
  // The producer's screen stands still: what the rooms say is held back.
  let isHeld = false;
  const held: (() => void)[] = [];
  await producer.page.routeWebSocket(/\/sync\//, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => server.send(message));
    server.onMessage((message) => {
      if (isHeld) held.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  const script = await importScript(writer, { text: SHORT_SCRIPT }, [{ person: producer, role: 'producer' }]);
  await openScript(writer.page, script);
  await openScript(producer.page, script);
  const label = await makeShot(writer.page, 'It holds a string', 'hold a belt.');
  await pickShot(producer.page, label);
  await expect(gateOf(producer.page).getByRole('button', { name: /^Approve/ })).toBeVisible();

  isHeld = true;
  await select(writer.page, 'eighty');
  await writer.page.keyboard.type('ninety');
  await expectSaved(writer.page);
  await gateOf(producer.page)
    .getByRole('button', { name: /^Approve/ })
    .click();
  const dialog = producer.page.getByRole('alertdialog');
  await expect(dialog).toContainText('The shot changed while you were reading');
  await expect(dialog.getByRole('button', { name: 'Close, decide later' })).toBeFocused();
  await expect(dialog.locator('.diff del').first()).toHaveText('eighty');
  await expect(dialog.locator('.diff ins').first()).toHaveText('ninety');
  await expectState([writer.page], 'none');

  await dialog.getByRole('button', { name: 'Approve what it is now' }).click();
  await expect(dialog).toBeHidden();
  await expectState([writer.page], 'approved');
  isHeld = false;
  for (const release of held) release();
  await expectState([producer.page], 'approved');
});

test('a decision that finds no server says that nothing was recorded, and works when it is tried again', async ({
  browser,
}) => {
  const { writer, producer } = await openForTwo(browser);
  const label = await makeShot(writer.page, 'It holds a string', 'hold a belt.');
  await pickShot(producer.page, label);
  await producer.page.route('**/decisions', (route) => route.abort());
  await producer.page.locator('.panel.r').getByRole('heading', { name: 'Prompt', exact: true }).click();
  await producer.page.keyboard.press('a');
  await expect(gateOf(producer.page).getByRole('alert')).toContainText('Nothing was recorded.');
  await expectState([writer.page, producer.page], 'none');
  await producer.page.unroute('**/decisions');

  // A request for changes needs its words; they reach everybody, and withdrawing takes it back.
  await producer.page.keyboard.press('r');
  await gateOf(producer.page).getByRole('button', { name: 'Send request' }).click();
  await expect(gateOf(producer.page).getByRole('alert').getByText('Say what should change')).toBeVisible();
  await producer.page.getByLabel('What should change?').fill('Closer on the hands.');
  await gateOf(producer.page).getByRole('button', { name: 'Send request' }).click();
  await pickShot(writer.page, label);
  await expectState([writer.page, producer.page], 'changes');
  await expect(gateOf(writer.page)).toContainText('Closer on the hands.');
  await gateOf(producer.page).getByRole('button', { name: 'Withdraw' }).click();
  await expectState([writer.page, producer.page], 'none');
});

test('a reviewer comments and changes nothing, a viewer only reads; neither is offered what they may not', async ({
  browser,
}) => {
  const [writer, reviewer, viewer] = [
    await enter(browser, 'writer'),
    await enter(browser, 'director'),
    await enter(browser, 'producer'),
  ];
  const script = await importScript(writer, { text: SHORT_SCRIPT }, [
    { person: reviewer, role: 'reviewer' },
    { person: viewer, role: 'viewer' },
  ]);
  await openScript(writer.page, script);
  const label = await makeShot(writer.page, 'It holds a string', 'hold a belt.');
  for (const { page } of [reviewer, viewer]) {
    await openScript(page, script);
    await pickShot(page, label);
    await expect(cardOf(page).locator('input, textarea, select')).toHaveCount(0);
    await expect(cardOf(page).getByRole('button', { name: /Approve|Request|Delete/ })).toHaveCount(0);
  }
  const before = await elementTexts(reviewer.page);
  await select(reviewer.page, 'The beam');
  await reviewer.page.keyboard.type('xx');
  expect(await elementTexts(reviewer.page)).toEqual(before);
  await reviewer.page.keyboard.press('Alt+m');
  await reviewer.page.getByLabel('Comment on these words').fill('Which beam?');
  await reviewer.page.keyboard.press('Control+Enter');
  await viewer.page.getByRole('tab', { name: /^Comments/ }).click();
  await expect(viewer.page.locator('.thread')).toContainText('Which beam?');
  await expect(viewer.page.locator('.comments-tab').getByRole('textbox')).toHaveCount(0);
  await expect(viewer.page.locator('.comments-tab').getByRole('textbox')).toHaveCount(0);
  await expect(viewer.page.locator('.thread').getByRole('button', { name: /Reply|Resolve/ })).toHaveCount(0);
});
