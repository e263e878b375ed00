/**
 * Parse of a 160 kB Fountain script beside aw-parser and fountain-js: `node tests/bench/fountain/run.ts [--json]`. All in one
 * process, in turns, after a warm-up; medians in milliseconds. The ratio is ours over the better peer.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { readFountain } from '@tramline/screenplay';

const script = new URL('../../fixtures/screenplay/synthetic/synthetic-feature-a.fountain', import.meta.url);
const needPeer = createRequire(new URL('../peers/fountain/package.json', import.meta.url));
const rounds = 60;
const warmUps = 15;

/** One parser: how many scenes it finds in the text, which also keeps the work from being dropped. */
interface Contestant {
  readonly name: string;
  readonly countScenes: (text: string) => number;
}

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

function loadContestants(): Contestant[] {
  const aw = needPeer('aw-parser') as AwParser;
  const { Fountain } = needPeer('fountain-js') as FountainJs;
  const scenes = (tokens: readonly { type: string }[]) => tokens.filter((t) => t.type === 'scene_heading').length;
  return [
    { name: 'tramline', countScenes: (t) => readFountain(t).elements.filter((e) => e.type === 'heading').length },
    { name: 'aw-parser', countScenes: (t) => scenes(aw.parser.parse(t, awConfig).tokens) },
    { name: 'fountain-js', countScenes: (t) => scenes(new Fountain().parse(t, true).tokens) },
  ];
}

/** Runs every contestant once a round, each round beginning with another one, and gives their times. */
function race(contestants: readonly Contestant[], text: string): Map<string, number[]> {
  const times = new Map(contestants.map((c) => [c.name, [] as number[]]));
  for (let round = -warmUps; round < rounds; round++) {
    for (let k = 0; k < contestants.length; k++) {
      const { name, countScenes } =
        contestants[(((k + round) % contestants.length) + contestants.length) % contestants.length]!;
      const start = performance.now();
      countScenes(text);
      if (round >= 0) times.get(name)!.push(performance.now() - start);
    }
  }
  return times;
}

function summarize(times: readonly number[]): { p50: number; p95: number; min: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    Number(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(3));
  return { p50: at(0.5), p95: at(0.95), min: at(0) };
}

const text = readFileSync(script, 'utf8');
const contestants = loadContestants();
const counts = contestants.map((c) => c.countScenes(text));
if (new Set(counts).size !== 1) throw new Error(`the parsers find different numbers of scenes: ${counts.join(', ')}`);

const results = [...race(contestants, text)].map(([name, times]) => ({ name, ...summarize(times) }));
const [ours, ...others] = results;
const ratio = Number((ours!.p50 / Math.min(...others.map((o) => o.p50))).toFixed(3));

console.log(
  `Fountain parse, ${text.length} characters, ${counts[0]} scenes; Node ${process.version}, ${cpus()[0]?.model.trim()}`,
);
console.log(`${rounds} rounds in turns, milliseconds`);
console.table(Object.fromEntries(results.map(({ name, ...figures }) => [name, figures])));
console.log(`ours / better peer, p50: ${ratio} (bar: 0.6)`);

if (process.argv.includes('--json')) {
  const peers = Object.fromEntries(others.map(({ name, ...figures }) => [name, figures]));
  const { p50, p95, min } = ours!;
  console.log(JSON.stringify({ name: 'fountain', ours: { p50, p95, min }, peers, ratio }));
}
