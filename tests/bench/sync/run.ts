/**
 * `npm run bench -- sync [--json]`: fan-out of edits with a durable commit, beside `@hocuspocus/server` and `@y/websocket-server`
 * with their own persistence on, in interleaved rounds of one run. Medians of the rounds; the last line is JSON.
 */
import { Stage } from '../../faults/support/stage.ts';
import { type Load, measure, percentile, type Result } from './measure.ts';
import { KINDS, type Kind } from './servers.ts';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const isJsonOnly = process.argv.includes('--json');
const loads: readonly Load[] = [
  { name: '1 room x 100 clients, 40 edits/s', rooms: 1, clients: 100, everyMs: 25, durationMs: 5000 },
  { name: '50 rooms x 4 clients, 10 edits/s each', rooms: 50, clients: 4, everyMs: 100, durationMs: 5000 },
];
const columns: readonly (keyof Result)[] = [
  'p50',
  'p95',
  'p99',
  'cpu',
  'databaseCpu',
  'rssMb',
  'ack50',
  'ack99',
  'generatorDelay',
];

type Medians = Record<Kind, Record<keyof Result, number>>;

function medians(results: ReadonlyMap<Kind, readonly Result[]>): Medians {
  const entries = [...results].map(([kind, list]) => {
    const names = Object.keys(list[0]!) as (keyof Result)[];
    const values = names.map((name) => [
      name,
      round(
        percentile(
          list.map((result) => result[name]),
          0.5,
        ),
      ),
    ]);
    return [kind, Object.fromEntries(values)];
  });
  return Object.fromEntries(entries) as Medians;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function print(load: Load, results: ReadonlyMap<Kind, readonly Result[]>): void {
  console.log(`\n${load.name}: median (range) of ${rounds} rounds; ms, CPU in ms per 1,000 updates`);
  console.log(`| server | ${columns.join(' | ')} | delivered |\n|${'---|'.repeat(columns.length + 2)}`);
  for (const [kind, list] of results) {
    const cells = columns.map((column) => {
      const values = list.map((result) => result[column]).sort((a, b) => a - b);
      if (values.some(Number.isNaN)) return 'none';
      return `${percentile(values, 0.5).toFixed(1)} (${values[0]!.toFixed(1)}–${values.at(-1)!.toFixed(1)})`;
    });
    const sum = (name: 'delivered' | 'expected'): number => list.reduce((total, result) => total + result[name], 0);
    console.log(`| ${kind} | ${cells.join(' | ')} | ${sum('delivered')}/${sum('expected')} |`);
  }
}

/** Ours over the better peer for a figure, the worse of the loads. */
function ratioOf(figure: 'p99' | 'cpu', all: readonly Medians[]): number {
  const ratios = all.map(
    ({ ours, hocuspocus, 'y-websocket-server': other }) => ours[figure] / Math.min(hocuspocus[figure], other[figure]),
  );
  return round(Math.max(...ratios));
}

const stage = await Stage.open();
try {
  const all: Medians[] = [];
  for (const load of loads) {
    const results = new Map<Kind, Result[]>(KINDS.map((kind) => [kind, []]));
    for (let at = 0; at < rounds; at++) {
      for (let k = 0; k < KINDS.length; k++) {
        const kind = KINDS[(k + at) % KINDS.length]!;
        results.get(kind)!.push(await measure(kind, load, stage));
      }
    }
    if (!isJsonOnly) print(load, results);
    all.push(medians(results));
  }
  const of = (kind: Kind): Record<string, Record<keyof Result, number>> =>
    Object.fromEntries(loads.map((load, at) => [`${load.rooms}x${load.clients}`, all[at]![kind]]));
  const peers = { hocuspocus: of('hocuspocus'), 'y-websocket-server': of('y-websocket-server') };
  const ratio = { p99: ratioOf('p99', all), cpu: ratioOf('cpu', all) };
  console.log(JSON.stringify({ name: 'sync', ours: of('ours'), peers, ratio }));
} finally {
  await stage.close();
}
