/**
 * `npm run bench -- merge [--json]`: what becomes of words and anchors when two people act at the same moment, here and in TipTap
 * with its own collaboration extension. Nothing is timed; each race is played in a fresh pair of editors.
 */
import { flatPair } from '../../convergence/flatPair.ts';
import { playRace, RACES, type RaceOutcome } from '../../convergence/race.ts';
import { loadTiptap } from './tiptapPair.ts';

interface Sum {
  lost: number;
  doubled: number;
  anchorsLost: number;
}
const sums: Record<'ours' | 'tiptap', Sum> = {
  ours: { lost: 0, doubled: 0, anchorsLost: 0 },
  tiptap: { lost: 0, doubled: 0, anchorsLost: 0 },
};

const wordsCell = ({ lost, doubled }: RaceOutcome): string =>
  [lost > 0 ? 'LOST' : '', doubled > 0 ? 'DOUBLED' : ''].filter(Boolean).join(' and ') || 'kept';
const anchorCell = ({ anchors, anchorsLost }: RaceOutcome): string =>
  anchors === 0 ? '–' : anchorsLost > 0 ? 'LOST' : 'kept';

const tiptapPair = await loadTiptap();
const rows: string[][] = [];
const details: string[] = [];
for (const race of RACES) {
  const ours = await playRace(race, flatPair());
  const tiptap = await playRace(race, tiptapPair());
  for (const [name, outcome] of [
    ['ours', ours],
    ['tiptap', tiptap],
  ] as const) {
    sums[name].lost += outcome.lost;
    sums[name].doubled += outcome.doubled;
    sums[name].anchorsLost += outcome.anchorsLost;
    details.push(`${race.name} [${name}]: ${outcome.seen}`);
  }
  rows.push([race.name, wordsCell(ours), anchorCell(ours), wordsCell(tiptap), anchorCell(tiptap)]);
}
const head = ['race', 'Tramline: words', 'anchor', 'TipTap 3.31.3: words', 'anchor'];
const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]!.length)));
for (const row of [head, widths.map((width) => '-'.repeat(width)), ...rows])
  console.log(`| ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`);
if (process.argv.includes('--details')) console.log(details.join('\n'));

const total = ({ lost, doubled, anchorsLost }: Sum): number => lost + doubled + anchorsLost;
console.log(
  JSON.stringify({
    name: 'merge',
    ours: sums.ours,
    peers: { tiptap: sums.tiptap },
    ratio: total(sums.tiptap) === 0 ? null : total(sums.ours) / total(sums.tiptap),
  }),
);
process.exit(0);
