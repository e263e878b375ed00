/** Test data: shots with random fields and random words, from a seed. */
import type { CoveredElement } from '../coveredElement.ts';
import { MODEL_IDS } from '../model.ts';
import { CODE_FIELD_NAMES, emptyShotFields, type ShotFields, TEXT_FIELD_NAMES } from '../shotField.ts';
import { vocabularyOf } from '../vocabulary/vocabulary.ts';
import type { PromptInput } from './promptInput.ts';

/** Random numbers in [0, 1) that a seed repeats (mulberry32). */
export function seeded(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;
const below = (n: number, random: Random): number => Math.floor(random() * n);
const oneOf = <T>(items: readonly T[], random: Random): T => items[below(items.length, random)]!;

const words =
  'the lever rain Jun (26, tuner) no glass. “Left!” don’t 3.5 kilos, Zoë; straße Ǆ İ e\u0301 \u200b … — 扳手 雨，打 车窗。 （外套） 不要 字幕、 😀 \ud83d '.split(
    ' ',
  );
const joints = [' ', ' ', ' ', '\n', ', ', '. ', '，', '。', '  ', '\t', '\r\n', ''];

/** Words in both languages with every kind of mark; now and then far too many. */
export function randomText(random: Random): string {
  if (random() < 0.2) return '';
  const count = random() < 0.008 ? 300 + below(700, random) : 1 + below(12, random);
  let text = '';
  for (let i = 0; i < count; i++) text += oneOf(words, random) + oneOf(joints, random);
  return text;
}

/** Fields of which some are set: codes of the vocabularies and unknown ones, numbers in and out of range. */
export function randomFields(random: Random): ShotFields {
  const codes = CODE_FIELD_NAMES.flatMap((name) => {
    if (random() < 0.4) return [];
    return [[name, random() < 0.05 ? 'NEW_CODE' : oneOf(Object.keys(vocabularyOf(name)), random)]];
  });
  const texts = TEXT_FIELD_NAMES.map((name) => [name, randomText(random)]);
  return {
    ...emptyShotFields(),
    ...Object.fromEntries([...codes, ...texts]),
    ...(random() < 0.5 ? {} : { focalMm: below(2000, random) }),
    ...(random() < 0.3 ? {} : { durationFrames: 1 + below(700, random) }),
  };
}

const types = ['action', 'character', 'parenthetical', 'dialogue', 'lyrics', 'heading', 'shot', 'note', 'somethingNew'];
const cues = ['JUN', "IDA (CONT'D)", '孟姨', 'VOICE (V.O.)', '调度（画外音）', '', '()'];

/** A covered stretch of a script, cut anywhere. */
export function randomWords(random: Random): CoveredElement[] {
  return Array.from({ length: below(8, random) }, (_, i) => {
    const type = oneOf(types, random);
    const element = { id: `e${i}`, type, text: randomText(random), from: below(40, random) };
    return random() < 0.7 ? { ...element, cue: oneOf(cues, random) } : element;
  });
}

const headings = [
  'INT. NIGHT BUS - LOWER DECK - NIGHT',
  '12、夜班公交车 下层 夜 内',
  'I/E CAR – DAY',
  '.',
  '',
  'EXT.',
  'VOID',
];

/** Everything that a prompt is compiled from. */
export function randomInput(random: Random): PromptInput {
  const id = 'scene';
  return {
    fields: randomFields(random),
    words: randomWords(random),
    scene: random() < 0.2 ? null : { id, heading: oneOf(headings, random) },
    model: oneOf(MODEL_IDS, random),
    language: oneOf(['en', 'zh'] as const, random),
  };
}
