import { describe, expect, test } from 'vitest';
import type { Element } from '../element.ts';
import { readFountain } from '../fountain/readFountain.ts';
import { chineseDomestic, finalDraftLetter } from '../layout/profile.ts';
import { factsOf } from '../testing/factsOf.ts';
import { listFixtures, readFixture } from '../testing/fixtures.ts';
import { hostileText } from '../testing/hostileScript.ts';
import { seeded } from '../testing/seeded.ts';
import { characterReport } from './characterReport.ts';
import { conversationReport } from './conversationReport.ts';
import { placeReport } from './placeReport.ts';
import { sceneReport } from './sceneReport.ts';
import { type ScriptFacts, sumOf } from './scriptFacts.ts';
import { characterTable, sceneTable, tagTable } from './table/reportTables.ts';
import { writeCsv } from './table/writeCsv.ts';
import { tagReport } from './tagReport.ts';
import { timelineReport } from './timelineReport.ts';
import { timeOfDayReport } from './timeOfDayReport.ts';

const fixtures = listFixtures('.fountain');

/** Throws where a total of any report is not the sum of its rows, or two reports do not agree. */
function expectSums(facts: ScriptFacts): void {
  const scenes = sceneReport(facts);
  const speakers = characterReport(facts);
  const places = placeReport(facts);
  const times = timeOfDayReport(facts);
  const line = timelineReport(facts, []);
  const tags = tagReport(facts, []);
  const { omitted: _, speeches, ...length } = scenes.total;
  for (const { rows, total } of [places, times]) {
    expect(total).toEqual(length);
    expect([sumOf<'scenes' | 'eighths'>(rows, 'scenes'), sumOf<'scenes' | 'eighths'>(rows, 'eighths')]).toEqual([
      ...[length.scenes, length.eighths],
    ]);
  }
  expect([sumOf(times.sides, 'scenes'), sumOf(times.sides, 'eighths')]).toEqual([length.scenes, length.eighths]);
  expect(line.total).toEqual({ scenes: length.scenes, eighths: length.eighths });
  expect((line.scenes.at(-1)?.start ?? 0) + (line.scenes.at(-1)?.eighths ?? 0)).toBe(length.eighths);
  expect(scenes.rows.reduce((sum, row) => sum + row.words, 0)).toBe(length.words);
  for (const key of ['speeches', 'words', 'lines'] as const)
    expect(sumOf(speakers.rows, key)).toBe(speakers.total[key]);
  expect(speakers.total.speeches).toBeGreaterThanOrEqual(speeches);
  expect(Math.abs(sumOf(speakers.rows, 'share') - (speakers.total.words > 0 ? 1 : 0))).toBeLessThan(1e-9);
  expect(sumOf(speakers.rows, 'scenes')).toBe(scenes.rows.reduce((sum, { cast }) => sum + cast.length, 0));
  const uses = [sumOf(tags.tags, 'uses'), sumOf(tags.categories, 'uses'), tags.total.uses];
  expect(new Set([...uses, tags.scenes.reduce((sum, scene) => sum + sumOf(scene.tags, 'uses'), 0)]).size).toBe(1);
}

describe('all scripts at hand', () => {
  test('[RP10] totals are the sums of the rows', () => {
    for (const path of fixtures)
      for (const profile of [finalDraftLetter, chineseDomestic])
        expectSums(factsOf(readFountain(readFixture(path)).elements, profile));
  });

  test('[RP11] scenes, speeches, speakers and exchanges are those that one counts by hand', () => {
    expect(fixtures.length).toBeGreaterThan(40);
    for (const path of fixtures) {
      const { elements } = readFountain(readFixture(path));
      const facts = factsOf(elements);
      const counted = countByHand(elements);
      const { rows, total } = characterReport(facts);
      expect([path, sceneReport(facts).total.scenes]).toEqual([path, counted.scenes]);
      expect([path, total.speeches, rows.length]).toEqual([path, counted.speeches, counted.speakers]);
      expect([path, conversationReport(facts).total.exchanges]).toEqual([path, counted.exchanges]);
    }
  });

  test('[RP11] spoken words of an English feature are those between its spaces', () => {
    const { elements } = readFountain(readFixture('synthetic/synthetic-feature-a.fountain'));
    const spoken = elements.filter(({ type }) => type === 'dialogue').map(({ text }) => text.split(/\s+/));
    const words = spoken.flat().filter((part) => /\w/.test(part)).length;
    expect(characterReport(factsOf(elements)).total.words).toBe(words);
  });

  test('[RP7, RP11] every time of a Chinese feature is known, and its characters are counted as words', () => {
    const { elements } = readFountain(readFixture('synthetic/synthetic-zh.fountain'));
    const facts = factsOf(elements, chineseDomestic);
    const { rows, total } = timeOfDayReport(facts);
    expect([total.scenes, rows.filter(({ time }) => time === 'other' || time === 'none')]).toEqual([120, []]);
    const spoken = elements.filter(({ type }) => type === 'dialogue').map(({ text }) => text);
    const { words } = characterReport(facts).total;
    expect(words).toBe(spoken.join('').match(/\p{Script=Han}|[a-z0-9]+/giu)!.length);
  });

  test('[RP11] a series of 950 scenes is counted in full', () => {
    const { elements } = readFountain(readFixture('synthetic/synthetic-series-600p.fountain'));
    const facts = factsOf(elements);
    expect(sceneReport(facts).total.scenes).toBe(950);
    expect(facts.pageLabels.length).toBeGreaterThan(600);
    expectSums(facts);
  });
});

function countByHand(elements: readonly Element[]) {
  const counted = { scenes: 0, speeches: 0, exchanges: 0 };
  const speakers = new Set<string>();
  let before = '';
  for (const { type, text } of elements) {
    if (type === 'heading') {
      counted.scenes++;
      before = '';
    }
    if (type !== 'character') continue;
    const speaker = text.replace(/\s*[(（].*/, '').trim();
    speakers.add(speaker);
    counted.speeches++;
    if (before !== '' && before !== speaker && counted.scenes > 0) counted.exchanges++;
    before = speaker;
  }
  return { ...counted, speakers: speakers.size };
}

describe('any script', () => {
  const types = [
    'heading',
    'action',
    'character',
    'parenthetical',
    'dialogue',
    'lyrics',
    'section',
    'note',
    'pageBreak',
    'actStart',
    'actEnd',
  ] as const;

  test('[RP10, RP16] hostile words, types and marks give reports that add up, twice the same', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = seeded(seed);
      const elements = Array.from({ length: random(30) }, (_, i) => hostileElement(random, i));
      const profile = random(2) === 0 ? finalDraftLetter : chineseDomestic;
      const facts = factsOf(elements, profile);
      expect(factsOf(structuredClone(elements), profile), `seed ${seed}`).toEqual(facts);
      expectSums(facts);
      const tables = [
        sceneTable(sceneReport(facts)),
        characterTable(characterReport(facts)),
        tagTable(tagReport(facts, [])),
      ];
      for (const table of tables) expect(writeCsv(table)).toMatch(/\r\n$/);
    }
  });

  function hostileElement(random: (n: number) => number, index: number): Element {
    const type = types[random(types.length)]!;
    const mark = () => ({ type: 'tag', value: `t${random(4)}`, from: random(4), to: 4 + random(9) }) as const;
    const attrs = {
      ...(random(6) === 0 && type === 'heading' ? { omitted: true } : {}),
      ...(random(5) === 0 && type === 'character' ? ({ dual: random(2) === 0 ? 'left' : 'right' } as const) : {}),
    };
    const marks = Array.from({ length: random(4) }, mark);
    return { id: `r${index}`, type, text: type === 'pageBreak' ? '' : hostileText(random, 2), attrs, marks };
  }
});
