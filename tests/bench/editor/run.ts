/**
 * `npm run bench -- editor [--json]`: from a key to the frame that shows it, in Chromium, at 3,000 and 10,000 elements, typed here and
 * by a peer; Tramline beside TipTap 3.31.3 with its own collaboration extension, on the same text and style sheet, in interleaved rounds.
 *
 * `paged` is ours with true pages and forty shots' words washed, against TipTap without any.
 *
 * `local`: wall time from `keydown` to the painted frame. `remote`: the main thread's time from the update's arrival to the painted
 * frame (script, style, layout, paint), less that of an empty frame of the same page (`emptyFrameMs`), which every page of so many
 * elements pays whether anything is new or not; the wall time, empty frame and wait for it included, is `remoteFrameP95Ms`.
 */
import path from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { build } from 'esbuild';

const counts = [3000, 10_000] as const;
const rounds = 3;
const keysPerRound = 30;
/** Keys before those that are counted. */
const warmUp = 8;
/** A frame's own cost is the median of so many. */
const emptyFrames = 9;
const sides = ['ours', 'paged', 'tiptap'] as const;
type Side = (typeof sides)[number];
type Measure = 'load' | 'local' | 'remote' | 'remoteFrame' | 'empty' | 'batch';

const entry: Record<'ours' | 'tiptap', string> = {
  ours: path.join(import.meta.dirname, 'ourPage.ts'),
  tiptap: path.join(import.meta.dirname, '../peers/editor/page.mjs'),
};
const style = `
  body { margin: 0; } #editor { width: 600px; margin: 0 auto; height: 900px; overflow-y: auto; }
  .ProseMirror { white-space: pre-wrap; outline: none; font: 16px/16px monospace; }
  p { margin: 16px 0 0; content-visibility: auto; contain-intrinsic-size: auto 16px; }
  .page-edge, .page-foot, .page-gap, .page-head { display: block; } .page-gap { height: 180px; }`;

const bundle = async (side: 'ours' | 'tiptap'): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [entry[side]],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    define: { 'process.env.NODE_ENV': '"production"' },
    minify: true,
  });
  return outputFiles[0]!.text;
};

interface Tab {
  readonly page: Page;
  readonly keys: CDPSession;
}

async function openTab(browser: Browser, code: string): Promise<Tab> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.setContent(`<!doctype html><style>${style}</style><div id="editor"></div>`);
  await page.addScriptTag({ content: code });
  const keys = await page.context().newCDPSession(page);
  await keys.send('Performance.enable');
  return { page, keys };
}

/** Ordinals spread over the script, other ones in each round. */
const spot = (count: number, round: number, at: number): number =>
  Math.floor(count * (((round * keysPerRound + at) * 0.137) % 0.95));

async function press({ page, keys }: Tab, ordinal: number): Promise<number> {
  await page.evaluate((at) => window.bench.place(at), ordinal);
  const took = page.evaluate(() => window.bench.nextKey());
  await page.evaluate(() => undefined); // the listener stands before the key comes
  await keys.send('Input.dispatchKeyEvent', { type: 'keyDown', text: 'ø', unmodifiedText: 'ø', key: 'ø' });
  await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'ø' });
  return await took;
}

/** Milliseconds that the main thread has worked so far. */
async function busyMs({ keys }: Tab): Promise<number> {
  const { metrics } = await keys.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
}

async function emptyFrame(tab: Tab): Promise<number> {
  const before = await busyMs(tab);
  await tab.page.evaluate(() => window.bench.emptyFrame());
  return (await busyMs(tab)) - before;
}

/** A peer's key: the main thread's work, and the wall time to the frame. */
async function receive(tab: Tab, ordinal: number): Promise<{ work: number; frame: number }> {
  await tab.page.evaluate((at) => window.bench.prepareRemoteKey(at), ordinal);
  const before = await busyMs(tab);
  const frame = await tab.page.evaluate(() => window.bench.remoteKey());
  return { work: (await busyMs(tab)) - before, frame };
}

async function runRound(tab: Tab, count: number, round: number): Promise<Record<Measure, number[]>> {
  const { page } = tab;
  const load = await page.evaluate((n) => window.bench.open(n), count);
  await page.evaluate(() => window.bench.place(1));
  const empties: number[] = [];
  for (let at = 0; at < emptyFrames; at++) empties.push(await emptyFrame(tab));
  const empty = quantile(empties, 0.5);
  const remote: number[] = [];
  const remoteFrame: number[] = [];
  for (let at = -warmUp; at < keysPerRound; at++) {
    const { work, frame } = await receive(tab, spot(count, round, at + warmUp) + 2);
    if (at < 0) continue;
    remote.push(Math.max(0, work - empty));
    remoteFrame.push(frame);
  }
  for (let at = 0; at < warmUp; at++) await press(tab, spot(count, round, at));
  const local: number[] = [];
  for (let at = 0; at < keysPerRound; at++) local.push(await press(tab, spot(count, round, at)));
  const batch = await page.evaluate(() => window.bench.remoteBatch(500));
  const [typed, received] = await page.evaluate(() => [window.bench.count('ø'), window.bench.count('ß')]);
  if (typed !== keysPerRound + warmUp || received !== keysPerRound + warmUp + 500)
    throw new Error(`the editor shows ${typed} own and ${received} remote letters`);
  return { load: [load], local, remote, remoteFrame, empty: [empty], batch: [batch] };
}

const quantile = (times: readonly number[], q: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))]!;
const rounded = (value: number): number => Number(value.toFixed(2));

const [ours, tiptap] = [await bundle('ours'), await bundle('tiptap')];
const codes: Record<Side, string> = { ours, paged: `window.isPaged = true;${ours}`, tiptap };
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  // Frames as fast as they are ready: a display's clock would hide every difference below 16 ms.
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-frame-rate-limit',
    '--disable-gpu-vsync',
    '--disable-background-networking',
    '--disable-renderer-backgrounding',
    '--disable-backgrounding-occluded-windows',
  ],
});
const result: Record<Side, Record<string, Record<string, number>>> = { ours: {}, paged: {}, tiptap: {} };

for (const count of counts) {
  const times = {
    ours: { load: [], local: [], remote: [], remoteFrame: [], empty: [], batch: [] },
    paged: { load: [], local: [], remote: [], remoteFrame: [], empty: [], batch: [] },
    tiptap: { load: [], local: [], remote: [], remoteFrame: [], empty: [], batch: [] },
  } as Record<Side, Record<Measure, number[]>>;
  for (let round = 0; round < rounds; round++) {
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
      const tab = await openTab(browser, codes[side]);
      const measured = await runRound(tab, count, round);
      for (const name of Object.keys(measured) as Measure[]) times[side][name].push(...measured[name]);
      await tab.page.close();
    }
  }
  for (const side of sides) {
    const { load, local, remote, remoteFrame, empty, batch } = times[side];
    result[side][String(count)] = {
      loadMs: rounded(quantile(load, 0.5)),
      localP50Ms: rounded(quantile(local, 0.5)),
      localP95Ms: rounded(quantile(local, 0.95)),
      remoteP50Ms: rounded(quantile(remote, 0.5)),
      remoteP95Ms: rounded(quantile(remote, 0.95)),
      remoteFrameP95Ms: rounded(quantile(remoteFrame, 0.95)),
      emptyFrameMs: rounded(quantile(empty, 0.5)),
      batch500Ms: rounded(quantile(batch, 0.5)),
    };
    console.log(`${String(count).padStart(6)} ${side.padEnd(7)} ${JSON.stringify(result[side][String(count)])}`);
  }
}
await browser.close();

const ratioOf = (count: number, figure: string, side: Side = 'ours'): number =>
  rounded(result[side][String(count)]![figure]! / result.tiptap[String(count)]![figure]!);
console.log(
  JSON.stringify({
    name: 'editor',
    ours: { ...result.ours, paged: result.paged },
    peers: { 'tiptap 3.31.3': result.tiptap },
    ratio: {
      local: ratioOf(3000, 'localP95Ms'),
      remote: ratioOf(10_000, 'remoteP95Ms'),
      load: ratioOf(10_000, 'loadMs'),
      batch500: ratioOf(10_000, 'batch500Ms'),
      paged: {
        local: ratioOf(3000, 'localP95Ms', 'paged'),
        remote: ratioOf(10_000, 'remoteP95Ms', 'paged'),
        load: ratioOf(10_000, 'loadMs', 'paged'),
        batch500: ratioOf(10_000, 'batch500Ms', 'paged'),
      },
    },
  }),
);
