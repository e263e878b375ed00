import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ApprovedContent } from './approvalContent.ts';
import { diffContent } from './diffContent.ts';
import { type DiffSegment, diffText } from './diffText.ts';
import { readApprovedContent } from './readContent.ts';

const seed = 20261122;
const side = (segments: readonly DiffSegment[], without: DiffSegment['op']) =>
  segments
    .filter(({ op }) => op !== without)
    .map(({ text }) => text)
    .join('');
/** `same -removed- +added+` */
const drawn = (seen: string, now: string) =>
  diffText(seen, now)
    .map(({ op, text }) => (op === 'same' ? text : op === 'added' ? `+${text}+` : `-${text}-`))
    .join('');

describe('texts', () => {
  const words = fc
    .array(fc.constantFrom('the', 'lever', 'it’s', ' ', '\n', '.', '扳', '手', '，', '😀', 'é'))
    .map((parts) => parts.join(''));

  test(`[AP13] both texts come back from their difference (seed ${seed})`, () => {
    fc.assert(
      fc.property(words, words, (seen, now) => {
        const segments = diffText(seen, now);
        expect([side(segments, 'added'), side(segments, 'removed')]).toEqual([seen, now]);
        expect(segments.some(({ text }, i) => text === '' || segments[i - 1]?.op === segments[i]!.op)).toBe(false);
      }),
      { seed, numRuns: 2000 },
    );
  });

  test('[AP13] words change whole and Chinese by the character', () => {
    expect(drawn('at eighty kilos.', 'at ninety kilos.')).toBe('at -eighty-+ninety+ kilos.');
    expect(drawn('它能吊住八十公斤的琴弦', '它能吊住九十公斤的琴弦')).toBe('它能吊住-八-+九+十公斤的琴弦');
    expect(drawn('T2台词', 'T3台词')).toBe('-T2-+T3+台词');
    expect([diffText('', ''), drawn('a', 'a'), drawn('', 'b')]).toEqual([[], 'a', '+b+']);
  });

  test('[AP13] two very long texts without a common end are shown whole', () => {
    const [seen, now] = ['a '.repeat(3000), 'b '.repeat(3000)];
    const segments = diffText(`x${seen}`, `y${now}`);
    expect([side(segments, 'added'), side(segments, 'removed')]).toEqual([`x${seen}`, `y${now}`]);
  });
});

describe('contents', () => {
  const line = (type: string, text: string, cue?: string) => (cue === undefined ? { type, text } : { type, text, cue });
  const base: ApprovedContent = {
    words: [line('action', 'Rain.'), line('dialogue', 'Left. No.', 'IDA'), line('action', 'A lorry passes.')],
    shot: { size: 'MS', light: 'torch' },
    prompt: {
      text: 'Medium shot. Rain.',
      negative: '',
      parameters: { model: 'm', durationSeconds: 6 },
      references: ['a'],
    },
    take: null,
  };
  const changes = (now: ApprovedContent) =>
    diffContent(base, now).map(({ component, field, cue, seen, now: after }) => [component, field, cue, seen, after]);

  test('[AP14] equal contents have no difference', () => {
    expect(diffContent(base, structuredClone(base))).toEqual([]);
  });

  test('[AP14] a changed, an added and a removed line are told apart', () => {
    const [rain, left, lorry] = base.words!;
    expect(changes({ ...base, words: [rain!, line('dialogue', 'Left.', 'IDA'), lorry!] })).toEqual([
      ['words', 'dialogue', 'IDA', 'Left. No.', 'Left.'],
    ]);
    expect(changes({ ...base, words: [rain!, left!, line('dialogue', 'What?', 'JUN'), lorry!] })).toEqual([
      ['words', 'dialogue', 'JUN', null, 'What?'],
    ]);
    expect(changes({ ...base, words: [rain!, lorry!] })).toEqual([['words', 'dialogue', 'IDA', 'Left. No.', null]]);
  });

  test('[AP14] another speaker is a difference of the character', () => {
    const [rain, , lorry] = base.words!;
    expect(changes({ ...base, words: [rain!, line('dialogue', 'Left. No.', 'JUN'), lorry!] })).toEqual([
      ['words', 'character', undefined, 'IDA', 'JUN'],
    ]);
  });

  test('[AP14] another type is one difference', () => {
    const [rain, left] = base.words!;
    expect(changes({ ...base, words: [rain!, left!, line('dialogue', 'A lorry passes.', 'IDA')] })).toEqual([
      ['words', 'dialogue', 'IDA', 'action: A lorry passes.', 'dialogue: A lorry passes.'],
    ]);
  });

  test('[AP14] fields, parameters and take are named', () => {
    const now: ApprovedContent = {
      ...base,
      shot: { size: 'CU', focalMm: 35, light: 'torch' },
      prompt: { ...base.prompt!, text: 'Close-up. Rain.', parameters: { model: 'm', durationSeconds: 8 } },
      take: 'sha256:ab',
    };
    expect(changes(now)).toEqual([
      ['shot', 'size', undefined, 'MS', 'CU'],
      ['shot', 'focalMm', undefined, null, '35'],
      ['prompt', 'text', undefined, 'Medium shot. Rain.', 'Close-up. Rain.'],
      ['prompt', 'parameters.durationSeconds', undefined, '6', '8'],
      ['take', 'take', undefined, null, 'sha256:ab'],
    ]);
  });

  test('[AP15] content survives being stored as JSON', () => {
    expect(readApprovedContent(JSON.parse(JSON.stringify(base)))).toEqual(base);
  });

  test('[AP15] what is malformed is read as absent', () => {
    expect(
      [undefined, null, 3, [], { words: 'x', shot: [1], prompt: { text: 1 }, take: 5, place: 'y' }].map(
        readApprovedContent,
      ),
    ).toEqual([{}, {}, {}, {}, {}]);
  });
});
