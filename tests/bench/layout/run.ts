/**
 * From Fountain text to pages beside aw-parser and aw-liner, and pages after a key: `npm run bench -- layout [--json]`. All in
 * one process, in turns; medians in milliseconds. The ratio is ours over theirs, the worse of both scripts; a key costs
 * measuring what was typed and making the pages anew.
 */
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { type Element, finalDraftLetter, paginate, readFountain, repaginate } from '@tramline/screenplay';
import { type Contestant, printTable, race, ratioOf, type Summary, summarize } from '../timing/race.ts';
import { scripts } from '../timing/scripts.ts';

const needPeer = createRequire(new URL('../peers/fountain/package.json', import.meta.url));

interface AwParser {
  parser: { parse(text: string, config: unknown): { tokens: unknown[] } };
  helpers: unknown;
}
interface AwLiner {
  Liner: new (helpers: unknown) => { line(tokens: unknown[], config: unknown): { type: string }[] };
}

const awConfig = {
  print_headers: true,
  print_actions: true,
  print_dialogues: true,
  print_notes: false,
  print_sections: false,
  print_synopsis: false,
  each_scene_on_new_page: false,
  double_space_between_scenes: false,
  use_dual_dialogue: true,
  scene_continuation_top: false,
  scene_continuation_bottom: false,
  split_dialogue: true,
  text_more: '(MORE)',
  text_contd: "(CONT'D)",
};
const columns = { scene_heading: 61, action: 61, shot: 61, character: 33, parenthetical: 26, dialogue: 36 };
const others = { transition: 61, centered: 58, synopsis: 61, section: 61 };
const print = {
  lines_per_page: 55,
  dual_max_factor: 0.75,
  ...Object.fromEntries(Object.entries({ ...columns, ...others }).map(([type, max]) => [type, { max }])),
};

function contestants(text: string): Contestant[] {
  const aw = needPeer('aw-parser') as AwParser;
  const liner = new (needPeer('aw-liner') as AwLiner).Liner(aw.helpers);
  return [
    { name: 'tramline', run: () => paginate(readFountain(text).elements, finalDraftLetter).pages.length },
    {
      name: 'aw-parser + aw-liner',
      run: () => liner.line(aw.parser.parse(text, awConfig).tokens, { ...awConfig, print }).length,
    },
  ];
}

function measure(text: string, rounds: number, warmUps: number): Summary[] {
  const results = race(contestants(text), rounds, warmUps);
  printTable(`parse and layout, ${text.length} characters`, results);
  return results;
}

/** Letters typed into the script, eight in one element and then eight in another, an Enter after every thirtieth. */
function typeKeys(text: string, keys: number) {
  let elements: readonly Element[] = readFountain(text).elements;
  let table = paginate(elements, finalDraftLetter);
  let at = 0;
  let seed = 1;
  const times: number[] = [];
  for (let key = -200; key < keys; key++) {
    if (key % 8 === 0) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      at = seed % elements.length;
    }
    const isEnter = key % 30 === 0;
    const old = elements[at]!;
    const typed: Element = { ...old, text: old.text + (key % 6 === 5 ? ' ' : 'e') };
    const made: Element = { id: `key${key}`, type: 'action', text: 'A new line.', attrs: {} };
    elements = isEnter ? elements.toSpliced(at, 0, made) : elements.with(at, typed);
    const start = performance.now();
    table = repaginate(table, elements, { from: at, removed: isEnter ? 0 : 1, inserted: 1 });
    if (key >= 0) times.push(performance.now() - start);
  }
  return { pages: table.pages.length, ...summarize(times) };
}

console.log(`Layout; Node ${process.version}, ${cpus()[0]?.model.trim()}`);
const feature = measure(scripts.feature, 50, 12);
const series = measure(scripts.series, 12, 3);
const ratios = { feature: ratioOf(feature), series: ratioOf(series) };
const ratio = Math.max(ratios.feature, ratios.series);
const keysFeature = typeKeys(scripts.feature, 3000);
const keysSeries = typeKeys(scripts.series, 3000);
console.log(`ours / theirs, p50: ${ratios.feature} and ${ratios.series} (bar: 0.5)`);
console.log(`a key at ${keysFeature.pages} pages: p95 ${keysFeature.p95} ms (bar: 1)`);
console.log(`a key at ${keysSeries.pages} pages: p95 ${keysSeries.p95} ms (bar: 2)`);

if (process.argv.includes('--json')) {
  const figures = (results: readonly Summary[]) => Object.fromEntries(results.map(({ name, ...rest }) => [name, rest]));
  const { tramline, ...peers } = figures(feature);
  const { tramline: oursSeries, ...peersSeries } = figures(series);
  console.log(
    JSON.stringify({
      name: 'layout',
      ours: {
        ...tramline,
        series: oursSeries,
        keystrokeP95Ms: keysFeature.p95,
        keystrokeSeriesP95Ms: keysSeries.p95,
      },
      peers: { ...peers, series: peersSeries },
      ratios,
      ratio,
    }),
  );
}
