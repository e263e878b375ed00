import { readFile } from 'node:fs/promises';
import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';
import { watchWords } from './journey.ts';
import { enterAs } from './shellSupport.ts';

export type DemoRole = 'writer' | 'director' | 'producer';

/** One person at one browser. */
export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
}

export interface OpenScript {
  readonly projectId: string;
  readonly scriptId: string;
  readonly path: string;
}

/** Four speeches and some action: enough to hang shots on. */
export const SHORT_SCRIPT = `Title: Ring Road

INT. NIGHT BUS - LOWER DECK - NIGHT

The engine panel is open behind the back row.

IDA
Left. No. My left.

The beam slides off a split rubber belt and finds her hands.

JUN
It holds a string at eighty kilos. It'll hold a belt.

She weighs it. Wedges it under the tensioner and leans.

EXT. RING ROAD - NIGHT

The headlamps come up. Yellow, then white.
`;

/** Signs somebody in, in a browser of their own. */
export async function enter(browser: Browser, role: DemoRole): Promise<Person> {
  const context = await browser.newContext();
  watchWords(context);
  const page = await context.newPage();
  await enterAs(page, role);
  return { context, page };
}

async function ask<T>(
  request: APIRequestContext,
  path: string,
  options: Parameters<APIRequestContext['post']>[1],
  origin: string,
): Promise<T> {
  const answer = await request.post(path, { ...options, headers: { origin } });
  expect(answer.ok(), `${path} ${answer.status()}`).toBe(true);
  return (await answer.json()) as T;
}

/** A project of its own with one script in it, imported by its first person; the others join as what they are in the demo. */
export async function importScript(
  owner: Person,
  script: { readonly text: string; readonly title?: string; readonly language?: 'en' | 'zh' },
  others: readonly { readonly person: Person; readonly role: string }[] = [],
): Promise<OpenScript> {
  const { origin } = new URL(owner.page.url());
  const { request } = owner.context;
  const title = script.title ?? 'Ring Road';
  const project = await ask<{ id: string }>(request, '/api/projects', { data: { name: title } }, origin);
  const file = { name: `${title}.fountain`, mimeType: 'text/plain', buffer: Buffer.from(script.text) };
  const multipart = { title, format: 'short', language: script.language ?? 'en', file };
  const made = await ask<{ id: string }>(request, `/api/projects/${project.id}/scripts`, { multipart }, origin);
  for (const { person, role } of others) {
    const invitation = { data: { role, days: 1 } };
    const { link } = await ask<{ link: string }>(
      request,
      `/api/projects/${project.id}/invitations`,
      invitation,
      origin,
    );
    await ask(person.context.request, `/api/invitations/${link.split('/').at(-1)}/accept`, { data: {} }, origin);
  }
  return { projectId: project.id, scriptId: made.id, path: `/projects/${project.id}/scripts/${made.id}` };
}

/** A fixture's text. */
export function readFixture(path: string): Promise<string> {
  return readFile(new URL(`../fixtures/${path}`, import.meta.url), 'utf8');
}

/** Opens a script and waits until its words are there and safe. */
export async function openScript(page: Page, { path }: OpenScript): Promise<Locator> {
  await page.goto(path);
  const words = wordsOf(page);
  await expect(words).toBeVisible();
  await expectSaved(page);
  return words;
}

/** The editor. */
export function wordsOf(page: Page): Locator {
  return page.locator('.script');
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', /saved|readOnly/);
}

/** The words of every element, without the carets of others. */
export function elementTexts(page: Page): Promise<string[]> {
  return wordsOf(page).evaluate((root) =>
    [...root.querySelectorAll(':scope > p')].map((element) => {
      const copy = element.cloneNode(true) as HTMLElement;
      for (const caret of copy.querySelectorAll('.caret, .page-edge, .ProseMirror-trailingBreak')) caret.remove();
      return copy.textContent ?? '';
    }),
  );
}

/** Puts the caret behind some words as a person does, by a press just before their end. The words must stand in one element. */
export async function putCaretBehind(page: Page, words: string): Promise<void> {
  const place = await wordsOf(page).evaluate(async (root, wanted) => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const find = (): { node: Node; at: number } => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at >= 0) return { node, at };
      }
      throw new RangeError(`no such words: ${wanted}`);
    };
    find().node.parentElement?.scrollIntoView({ block: 'center' });
    // What comes into view is laid out now, which may move it; meanwhile somebody may type there.
    await nextFrame();
    await nextFrame();
    const { node, at } = find();
    const range = document.createRange();
    range.setStart(node, at + wanted.length - 1);
    range.setEnd(node, at + wanted.length);
    const { right, top, bottom } = range.getBoundingClientRect();
    return { x: right - 1, y: (top + bottom) / 2 };
  }, words);
  await page.mouse.click(place.x, place.y);
  await expect.poll(() => page.evaluate(() => getSelection()?.isCollapsed)).toBe(true);
}

/** Selects words from `first` to the end of `last` (else of `first`), as a person with a mouse does. */
export async function select(page: Page, first: string, last: string = first): Promise<void> {
  const ends = await wordsOf(page).evaluate(
    (root, [from, to]) => {
      const find = (words: string, end: 'first' | 'last') => {
        for (const element of root.querySelectorAll(':scope > p')) {
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.textContent?.indexOf(words) ?? -1;
            if (at < 0) continue;
            element.scrollIntoView({ block: 'center' });
            return { node, offset: end === 'first' ? at : at + words.length };
          }
        }
        throw new RangeError(`no such words: ${words}`);
      };
      const start = find(from ?? '', 'first');
      const end = find(to ?? '', 'last');
      const box = ({ node, offset }: { node: Node; offset: number }, side: 'left' | 'right') => {
        const range = document.createRange();
        const length = node.textContent?.length ?? 0;
        range.setStart(node, side === 'left' ? offset : Math.max(0, offset - 1));
        range.setEnd(node, side === 'left' ? Math.min(length, offset + 1) : offset);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { x: side === 'left' ? left + 0.5 : right - 0.5, y: (top + bottom) / 2 };
      };
      return { start: box(start, 'left'), end: box(end, 'right') };
    },
    [first, last],
  );
  await page.mouse.move(ends.start.x, ends.start.y);
  await page.mouse.down();
  await page.mouse.move(ends.end.x, ends.end.y, { steps: 6 });
  await page.mouse.up();
}

/** Makes a shot of words and waits for its line. Gives its label. */
export async function makeShot(page: Page, first: string, last: string = first): Promise<string> {
  const before = new Set(
    await page.locator('.tram').evaluateAll((lines) => lines.map((line) => (line as HTMLElement).dataset.s)),
  );
  await select(page, first, last);
  await page.keyboard.press('Alt+s');
  await expect
    .poll(
      async () =>
        (await page
          .locator('.tram.sel')
          .getAttribute('data-s')
          .catch(() => null)) ?? '',
    )
    .not.toBe('');
  const id = await page.locator('.tram.sel').getAttribute('data-s');
  expect(before.has(id ?? '')).toBe(false);
  return (await page.locator('.tram.sel .lab').textContent()) ?? '';
}

/** The line of a shot by its label. */
export function lineOf(page: Page, label: string): Locator {
  return page.locator('.tram').filter({ has: page.locator('.lab', { hasText: new RegExp(`^${label}$`) }) });
}

/** The words that a highlight covers now, elements parted by a line feed. */
export function highlighted(page: Page, name: string): Promise<string> {
  return page.evaluate((highlight) => {
    const ranges = [...(CSS.highlights.get(highlight) ?? [])] as Range[];
    return ranges.map((range) => range.toString()).join('|');
  }, name);
}
