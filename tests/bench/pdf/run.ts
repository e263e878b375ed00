/**
 * `npm run bench -- pdf [--json]`: a Fountain script of 140 pages to a PDF, beside afterwriting's command line. Both as
 * processes of their own, in turns, ours bundled as a server would be, Node's compile cache on for both: `seconds` is
 * from start to exit, everything
 * included; `callSeconds` is one call in a process that has printed before. The PDF is read back with pdfjs and must have
 * the editor's pages, word for word; else the benchmark fails.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { writePdf } from '@tramline/files';
import { drawPage, finalDraftLetter, paginate, readFountain } from '@tramline/screenplay';
import { build } from 'esbuild';
import { bare, linesOfPage, readPdf } from '../../../packages/files/src/pdf/testing/readPdf.ts';
import { type Summary, summarize } from '../timing/race.ts';
import { scripts } from '../timing/scripts.ts';

const rounds = 9;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tramline-bench-pdf-'));
const source = path.join(folder, 'script.fountain');
const filesPackage = path.resolve(import.meta.dirname, '../../../packages/files/package.json');
const peer = createRequire(path.resolve(import.meta.dirname, '../peers/pdf/package.json')).resolve(
  'afterwriting/awc.js',
);

/** Without TypeScript and with nothing to look up; what is imported late is a file of its own. */
async function bundleOurs(): Promise<string> {
  await build({
    entryPoints: [path.join(import.meta.dirname, 'ours.ts')],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    banner: {
      js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;",
    },
  });
  return path.join(folder, 'ours.mjs');
}

const env = { ...process.env, NODE_COMPILE_CACHE: path.join(folder, 'compiled') };

function timeOf(command: readonly string[], target: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', env });
  const time = performance.now() - start;
  if (status !== 0 || !fs.existsSync(target)) throw new Error(`${command[0]} failed: ${stderr.slice(-500)}`);
  return time;
}

/** Both command lines in turns, after one round that is not counted. */
function raceCommands(ours: string): [Summary, Summary] {
  const [our, their] = [path.join(folder, 'ours.pdf'), path.join(folder, 'theirs.pdf')];
  const times: [number[], number[]] = [[], []];
  for (let round = -1; round < rounds; round++) {
    const our_ = timeOf([ours, source, our, filesPackage], our);
    const their_ = timeOf([peer, '--source', source, '--pdf', their, '--overwrite'], their);
    if (round < 0) continue;
    times[0].push(our_);
    times[1].push(their_);
  }
  return [
    { name: 'tramline', ...summarize(times[0]) },
    { name: 'afterwriting', ...summarize(times[1]) },
  ];
}

async function timeCalls(): Promise<Summary> {
  const times: number[] = [];
  for (let round = -4; round < rounds; round++) {
    const start = performance.now();
    await writePdf(readFountain(scripts.feature), { date: new Date(0) });
    if (round >= 0) times.push(performance.now() - start);
  }
  return { name: 'tramline, one call', ...summarize(times) };
}

/** Reads our file back: the number of its pages, which are the editor's line by line. */
async function checkPages(file: string): Promise<number> {
  const { title, elements } = readFountain(scripts.feature);
  const table = paginate(elements, finalDraftLetter);
  const pages = (await readPdf(fs.readFileSync(file))).pages.slice(title.length > 0 ? 1 : 0);
  if (pages.length !== table.pages.length)
    throw new Error(`${pages.length} pages, the editor has ${table.pages.length}`);
  for (const [at, page] of pages.entries()) {
    const printed = linesOfPage(page.filter(({ y }) => y > 60)).map(({ text }) => text);
    const rows = Map.groupBy(drawPage(table, elements, at), ({ line }) => line);
    const drawn = [...rows.values()].map((row) =>
      row.sort((a, b) => a.column - b.column).map(({ text }) => bare(text)),
    );
    const isSame = printed.join('\n') === drawn.map((row) => row.join('')).join('\n');
    if (!isSame) throw new Error(`page ${at + 1} is not the editor's`);
  }
  return pages.length;
}

fs.writeFileSync(source, scripts.feature);
const [ours, theirs] = raceCommands(await bundleOurs());
const call = await timeCalls();
const pages = await checkPages(path.join(folder, 'ours.pdf'));
const bytes = fs.statSync(path.join(folder, 'ours.pdf')).size;
const theirBytes = fs.statSync(path.join(folder, 'theirs.pdf')).size;
fs.rmSync(folder, { recursive: true });

const seconds = (ms: number): number => Number((ms / 1000).toFixed(3));
const ratio = Number((ours.p50 / theirs.p50).toFixed(3));
const ratioCall = Number((call.p50 / theirs.p50).toFixed(3));
console.log(`PDF of ${pages} pages; Node ${process.version}, ${os.cpus()[0]?.model.trim()}`);
for (const { name, p50, p95, min } of [ours, theirs, call])
  console.log(`${name.padEnd(20)} p50 ${seconds(p50)}  p95 ${seconds(p95)}  min ${seconds(min)} s`);
console.log(`every page is the editor's; ${bytes} bytes beside ${theirBytes}`);
console.log(`ours / theirs, p50: ${ratio} as processes, ${ratioCall} for a call (bar: 0.5)`);

if (process.argv.includes('--json')) {
  console.log(
    JSON.stringify({
      name: 'pdf',
      ours: { seconds: seconds(ours.p50), p95Seconds: seconds(ours.p95), callSeconds: seconds(call.p50), pages, bytes },
      peers: { afterwriting: { seconds: seconds(theirs.p50), p95Seconds: seconds(theirs.p95), bytes: theirBytes } },
      ratios: { process: ratio, call: ratioCall },
      ratio,
    }),
  );
}
