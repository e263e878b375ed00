/**
 * Parse of Fountain scripts of 160 kB and 772 kB beside aw-parser and fountain-js: `npm run bench -- fountain [--json]`. All
 * in one process, in turns, after a warm-up; medians in milliseconds. The ratio is ours over the better peer, the worse of
 * both scripts.
 */
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { readFountain } from '@tramline/screenplay';
import { type Contestant, printTable, race, ratioOf, type Summary } from '../timing/race.ts';
import { scripts } from '../timing/scripts.ts';

const needPeer = createRequire(new URL('../peers/fountain/package.json', import.meta.url));

interface AwParser {
  parser: { parse(text: string, config: Record<string, boolean>): { tokens: { type: string }[] } };
}
interface FountainJs {
  Fountain: new () => { parse(text: string, getTokens: boolean): { tokens: { type: string }[] } };
}

const awConfig = {
  print_headers: true,
  print_actions: true,
  print_dialogues: true,
  print_notes: false,
  print_sections: false,
  print_synopsis: false,
  each_scene_on_new_page: false,
  use_dual_dialogue: true,
};

/** Each gives the number of scenes that it finds. */
function contestants(text: string): Contestant[] {
  const aw = needPeer('aw-parser') as AwParser;
  const { Fountain } = needPeer('fountain-js') as FountainJs;
  const scenes = (tokens: readonly { type: string }[]) => tokens.filter((t) => t.type === 'scene_heading').length;
  return [
    { name: 'tramline', run: () => readFountain(text).elements.filter((e) => e.type === 'heading').length },
    { name: 'aw-parser', run: () => scenes(aw.parser.parse(text, awConfig).tokens) },
    { name: 'fountain-js', run: () => scenes(new Fountain().parse(text, true).tokens) },
  ];
}

function measure(text: string, rounds: number, warmUps: number): Summary[] {
  const all = contestants(text);
  const counts = all.map(({ run }) => run());
  if (new Set(counts).size !== 1) throw new Error(`the parsers find different numbers of scenes: ${counts.join(', ')}`);
  const results = race(all, rounds, warmUps);
  printTable(`${text.length} characters, ${counts[0]} scenes`, results);
  return results;
}

console.log(`Fountain parse; Node ${process.version}, ${cpus()[0]?.model.trim()}`);
const feature = measure(scripts.feature, 60, 15);
const series = measure(scripts.series, 12, 3);
const ratios = { feature: ratioOf(feature), series: ratioOf(series) };
const ratio = Math.max(ratios.feature, ratios.series);
console.log(`ours / better peer, p50: ${ratios.feature} and ${ratios.series} (bar: 0.6)`);

if (process.argv.includes('--json')) {
  const figures = (results: readonly Summary[]) => Object.fromEntries(results.map(({ name, ...rest }) => [name, rest]));
  const { tramline, ...peers } = figures(feature);
  const { tramline: ours772, ...peers772 } = figures(series);
  console.log(
    JSON.stringify({
      name: 'fountain',
      ours: { ...tramline, series: ours772 },
      peers: { ...peers, series: peers772 },
      ratios,
      ratio,
    }),
  );
}
