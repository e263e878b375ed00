import { describe, expect, test } from 'vitest';
import { paginate } from '../layout/paginate.ts';
import { finalDraftLetter } from '../layout/profile.ts';
import { factsOf, factsOfFountain } from '../testing/factsOf.ts';
import { element } from '../testing/script.ts';
import { characterReport } from './characterReport.ts';
import { conversationMatrix, conversationReport } from './conversationReport.ts';
import { countWords } from './countWords.ts';
import { placeReport } from './placeReport.ts';
import { sceneReport } from './sceneReport.ts';
import { readScriptFacts } from './scriptFacts.ts';
import { timeOfDay } from './timeOfDay.ts';
import { timeOfDayReport } from './timeOfDayReport.ts';

const script = `Before all scenes.

NARRATOR
Once.

INT. KITCHEN - DAY

Ann cooks. [[why?]]

ANN
Are you hungry?

BOB (V.O.)
(off)
Very much so.

ANN (CONT'D)
Good.

EXT. Garden - CONTINUOUS

BOB
A bee!

INT. kitchen - NIGHT #7A#

They eat.
`;

describe('words', () => {
  test('[RP1] words are runs of letters and digits, and Chinese characters one each', () => {
    const counts = { "don't stop – a.m., re-do 2x": 5, '他说：走吧！': 4, 'MRI室 3号': 4, '—…!': 0, 'カメラ z': 4 };
    for (const [text, count] of Object.entries(counts)) expect([text, countWords(text)]).toEqual([text, count]);
  });
});

describe('scenes', () => {
  test('[RP2] a row has the heading, the page, the length, the speakers and the words', () => {
    const { rows, total } = sceneReport(factsOfFountain(script));
    expect(rows[0]).toEqual({
      ...{ id: 'e4', number: '1', intExt: 'INT', location: 'KITCHEN', time: 'DAY', page: '1', eighths: 3 },
      ...{ cast: ['ANN', 'BOB'], speeches: 3, words: 3 + 2 + (1 + 3) + (2 + 1 + 3) + (2 + 1), isOmitted: false },
    });
    expect(rows.map(({ number, location, cast }) => [number, location, cast])).toEqual([
      ['1', 'KITCHEN', ['ANN', 'BOB']],
      ['2', 'Garden', ['BOB']],
      ['7A', 'kitchen', []],
    ]);
    expect([total.scenes, total.omitted, total.speeches]).toEqual([3, 0, 4]);
  });

  test('[RP3] an omitted scene is listed and counts nothing in any report', () => {
    const facts = factsOf([
      element('heading', 'INT. A - DAY', { omitted: true }),
      element('character', 'BOB'),
      { ...element('dialogue', 'Hi.'), marks: [{ type: 'tag', value: 't', from: 0, to: 2 }] },
    ]);
    const { rows, total } = sceneReport(facts);
    expect(rows).toMatchObject([{ number: '1', isOmitted: true, eighths: 0, words: 0, speeches: 0, cast: [] }]);
    expect(total).toEqual({ scenes: 0, omitted: 1, eighths: 0, speeches: 0, words: 0 });
    expect(characterReport(facts).rows).toEqual([]);
    expect([placeReport(facts).rows, timeOfDayReport(facts).rows]).toEqual([[], []]);
  });

  test('[RP12] an element begins on the page of its first words', () => {
    const long = Array.from({ length: 130 }, (_, i) => `Line ${i}.`).join('\n');
    const facts = factsOfFountain(`INT. A\n\n${long}\n\nINT. B\n\nx\n\n===\n\nINT. C\n`);
    expect(facts.scenes.map(({ page }) => page)).toEqual([0, 2, 3]);
  });

  test('[RP12] the right half of a dual dialogue begins beside the left one', () => {
    const words = Array.from({ length: 90 }, (_, i) => `Line ${i}.`).join('\n');
    const facts = factsOfFountain(`INT. A\n\nANN\n${words}\n\nBOB ^\n${words}\n\nCY\nOh.\n`);
    expect(facts.speeches.map(({ speaker, page }) => [speaker, page])).toEqual([
      ['ANN', 0],
      ['BOB', 0],
      ['CY', 1],
    ]);
    expect(facts.speeches[0]!.lines).toBe(90);
  });

  test('[RP12] a table of another script is a mistake', () => {
    const table = paginate([], finalDraftLetter);
    expect(() => readScriptFacts([element('action', 'x')], table)).toThrow(RangeError);
  });
});

describe('speakers', () => {
  test('[RP4] extensions are one speaker, parentheticals no words, and shares add up to one', () => {
    const { rows, total } = characterReport(factsOfFountain(script));
    expect(rows.map(({ name, speeches, words, lines, scenes }) => [name, speeches, words, lines, scenes])).toEqual([
      ['BOB', 2, 5, 2, 2],
      ['ANN', 2, 4, 2, 1],
      ['NARRATOR', 1, 1, 1, 0],
    ]);
    expect(total).toEqual({ speeches: 5, words: 10, lines: 5 });
    expect(rows.map(({ share }) => share)).toEqual([0.5, 0.4, 0.1]);
  });

  test('[RP4] the first and the last page are those of speeches', () => {
    const facts = factsOfFountain('INT. A\n\nANN\nHi.\n\n===\n\nINT. B\n\nBOB\nHo.\n\n===\n\nINT. C\n\nANN\nHa.\n');
    expect(characterReport(facts).rows.map(({ name, firstPage, lastPage }) => [name, firstPage, lastPage])).toEqual([
      ['ANN', '1', '3'],
      ['BOB', '2', '2'],
    ]);
  });

  test('[RP4] a cue without words has a share of nothing', () => {
    expect(characterReport(factsOf([element('character', 'BOB')])).rows).toMatchObject([{ speeches: 1, share: 0 }]);
    expect(characterReport(factsOf([element('character', '(V.O.)')])).rows).toEqual([]);
  });

  test('[RP5] speeches in a row in one scene are exchanges, both ways together', () => {
    const says = (...names: string[]) => names.map((name) => `${name}\nHi.\n\n`).join('');
    const text = `INT. A\n\n${says('ANN', 'BOB', 'ANN', 'ANN', 'CY')}INT. B\n\n${says('BOB', 'ANN')}INT. C\n\n${says('CY')}`;
    const report = conversationReport(factsOfFountain(text));
    expect(report).toEqual({
      rows: [
        { a: 'ANN', b: 'BOB', exchanges: 3, scenes: 2 },
        { a: 'ANN', b: 'CY', exchanges: 1, scenes: 1 },
      ],
      total: { exchanges: 4 },
    });
    expect(conversationMatrix(report, ['CY', 'ANN', 'BOB', 'DEE'])).toEqual([
      [0, 1, 0, 0],
      [1, 0, 3, 0],
      [0, 3, 0, 0],
      [0, 0, 0, 0],
    ]);
  });
});

describe('places and times', () => {
  test('[RP6] a place is the same in capitals and with more spaces', () => {
    const { rows, total } = placeReport(factsOfFountain(script));
    expect(rows.map(({ location, sides, scenes, numbers }) => [location, sides, scenes, numbers])).toEqual([
      ['KITCHEN', ['INT'], 2, ['1', '7A']],
      ['Garden', ['EXT'], 1, ['2']],
    ]);
    expect(rows[0]!.cast).toEqual(['ANN', 'BOB']);
    expect(total.scenes).toBe(3);
  });

  test('[RP7] English, Chinese and clock times name parts of the day', () => {
    const named = {
      dawn: ['DAWN', 'Sunrise', '黎明'],
      morning: ['EARLY MORNING', '清晨', '上午'],
      day: ['DAY', 'THE NEXT DAY', 'NOON', '日', '次日', '中午', '9:30', '7 A.M.', '12PM'],
      afternoon: ['LATE AFTERNOON', '下午'],
      dusk: ['DUSK', 'MAGIC HOUR', '傍晚', '黄昏'],
      evening: ['EVENING'],
      night: ['NIGHT (RAIN)', 'MIDNIGHT', 'LATER THAT NIGHT', '夜', '午夜', '凌晨', '晚上', '3AM', '23:10'],
      same: ['CONTINUOUS', 'MOMENTS LATER', 'SAME TIME', 'THREE DAYS LATER', '稍后', '连续'],
      other: ['STARDATE'],
    };
    for (const [part, times] of Object.entries(named))
      for (const time of times) expect([time, timeOfDay(time)]).toEqual([time, part]);
    expect(timeOfDay(' (x)')).toBeUndefined();
  });

  test('[RP7] a scene that goes on has the time of the scene before and is assumed', () => {
    const { rows, sides } = timeOfDayReport(factsOfFountain(script));
    expect(rows.map(({ time, scenes, assumed }) => [time, scenes, assumed])).toEqual([
      ['day', 2, 1],
      ['night', 1, 0],
    ]);
    expect(sides.map(({ side, time, scenes }) => [side, time, scenes])).toEqual([
      ['INT', 'day', 1],
      ['EXT', 'day', 1],
      ['INT', 'night', 1],
    ]);
    const none = timeOfDayReport(factsOfFountain('INT. A - LATER\n\nx\n\nINT. B\n\ny\n'));
    expect(none.rows.map(({ time, scenes, assumed }) => [time, scenes, assumed])).toEqual([['none', 2, 1]]);
  });
});
