import { describe, expect, test } from 'vitest';
import type { CoveredElement } from '../coveredElement.ts';
import { emptyShotFields, type ShotFields } from '../shotField.ts';
import { VOCABULARIES } from '../vocabulary/vocabulary.ts';
import { compilePrompt } from './compilePrompt.ts';
import { dialogueSeconds } from './duration.ts';
import { lever } from './leverShot.ts';
import { withoutNegation } from './negative.ts';

const compile = (fields: Partial<ShotFields>, text = '', model = 'veo-3.1') => {
  const words: CoveredElement[] = text === '' ? [] : [{ id: 'd', type: 'dialogue', cue: 'JUN', text, from: 0 }];
  return compilePrompt({
    fields: { ...emptyShotFields(), action: 'rain falls', ...fields },
    words,
    model,
    language: 'en',
  });
};
const lengthOf = (...input: Parameters<typeof compile>) => {
  const { parameters, warnings } = compile(...input);
  return [parameters.durationSeconds, ...warnings.map(({ code, facts }) => [code, facts])];
};
const saying = (count: number) => Array(count).fill('word').join(' ');

describe('length of the clip', () => {
  test('[PC9] words take 2.5 a second and a second, Chinese characters 4.5 a second and two', () => {
    expect(dialogueSeconds("It holds a string at ninety kilos. It'll hold a belt.")).toBe(5.4);
    expect(dialogueSeconds('它能吊住九十公斤的琴弦，也能吊住一根皮带。')).toBe(6.3);
    expect(dialogueSeconds('T2 说：走。')).toBe(2.9);
    expect(['', '…', '。'].map(dialogueSeconds)).toEqual([0, 0, 0]);
  });

  test('[PC9] speech raises the length to one in which it can be said', () => {
    expect(lengthOf({ durationFrames: 96 }, saying(11))).toEqual([
      6,
      ['dialogue.raised', { needs: 5.4, from: 4, to: 6 }],
    ]);
    expect(lengthOf({ durationFrames: 96 }, saying(7))).toEqual([4]);
    expect(lengthOf({}, saying(11))).toEqual([8]);
    expect(lengthOf({}, saying(11), 'kling-v3')).toEqual([6]);
  });

  test('[PC9] speech that no clip can hold is an error', () => {
    expect(lengthOf({ durationFrames: 96 }, saying(30))).toEqual([8, ['dialogue.tooLong', { needs: 13, max: 8 }]]);
  });

  test('[PC10] a length is raised to the next one that the model makes', () => {
    expect(lengthOf({ durationFrames: 108 })).toEqual([6, ['duration.raised', { from: 4.5, to: 6 }]]);
    expect(lengthOf({ durationFrames: 144 })).toEqual([6]);
    expect(lengthOf({ durationFrames: 108 }, '', 'kling-v3')).toEqual([5, ['duration.raised', { from: 4.5, to: 5 }]]);
  });

  test('[PC10] a length over the longest is cut to it', () => {
    expect(lengthOf({ durationFrames: 480 })).toEqual([8, ['duration.tooLong', { asked: 20, max: 8 }]]);
  });
});

describe('what to avoid', () => {
  test('[PC11] nouns go into a list of their own, each once', () => {
    const prompt = compile({ avoid: 'subtitles\nwatermark, text、 subtitles.\n\n' });
    expect([prompt.negative, prompt.text]).toEqual(['subtitles, watermark, text', 'Rain falls.']);
    expect(prompt.map.filter((source) => source.in === 'negative').map(({ field }) => field)).toEqual([
      'avoid',
      undefined,
      'avoid',
      undefined,
      'avoid',
    ]);
  });

  test('[PC11] a negation is taken off and reported', () => {
    const prompt = compile({ avoid: "no subtitles\ndon't show the sky" });
    expect([prompt.negative, prompt.warnings.map(({ facts }) => facts.said)]).toEqual([
      'subtitles, sky',
      ['subtitles', 'sky'],
    ]);
    expect(['不要字幕', '别出现水印', '禁止文字', 'Without any text', 'never a hat'].map(withoutNegation)).toEqual([
      '字幕',
      '水印',
      '文字',
      'text',
      'hat',
    ]);
  });

  test('[PC11] words that only look like a negation stay', () => {
    const nouns = ['noise', 'notes', 'Nordic light', '别墅', '无人机', '不锈钢', 'noodles', 'donkey'];
    expect(nouns.map(withoutNegation)).toEqual(nouns);
  });
});

describe('length of the text', () => {
  const long = (words: number, mark: string) =>
    Array.from({ length: words }, (_, i) => `${mark}${i} detail`).join(', ');

  test('[PC12] clauses go in a fixed order and are reported word for word', () => {
    const prompt = compilePrompt({
      ...lever,
      model: 'kling-v3',
      fields: {
        ...lever.fields,
        action: 'x'.repeat(1938),
        look: 'muted, fine grain',
        light: 'torch, low key',
        location: 'Bus, rain',
      },
    });
    expect(prompt.dropped).toEqual([
      { field: 'look', text: 'fine grain', isNeeded: false },
      { field: 'look', text: 'muted', isNeeded: false },
      { field: 'depthOfField', text: 'shallow focus', isNeeded: false },
      { field: 'focalMm', text: '35mm lens', isNeeded: false },
      { field: 'location', text: 'rain', isNeeded: false },
    ]);
    expect(prompt.warnings.at(-1)).toEqual({ code: 'length.dropped', weight: 'note', facts: { count: 5 } });
    expect(prompt.text).toContain('Bus. Medium shot');
  });

  test('[PC12] nothing is dropped that fits', () => {
    expect(compile({ look: long(100, 'l') }).dropped).toEqual([]);
  });

  test('[PC13] what the shot needs goes last, and then the prompt carries an error', () => {
    const prompt = compile({ look: long(20, 'l'), action: long(400, 'a'), size: 'MS' });
    expect(prompt.dropped.map(({ field, isNeeded }) => [field, isNeeded]).slice(-2)).toEqual([
      ['look', false],
      ['action', true],
    ]);
    expect([prompt.text, prompt.warnings.filter(({ weight }) => weight === 'error').map(({ code }) => code)]).toEqual([
      'Medium shot.',
      ['length.over'],
    ]);
  });

  test('[PC3] a list of nouns over the limit is cut and reported', () => {
    const prompt = compile({ avoid: long(900, 'n') });
    expect(prompt.negative.length).toBeLessThan(1024 * 3.5);
    expect(prompt.dropped.length).toBeGreaterThan(0);
    expect(prompt.warnings.map(({ code }) => code)).toEqual(['avoid.dropped']);
  });
});

describe('vocabularies', () => {
  test('[PC19] every code has labels in both languages, and phrases in both or in none', () => {
    for (const [name, vocabulary] of Object.entries(VOCABULARIES)) {
      for (const [code, { label, phrase }] of Object.entries(vocabulary)) {
        expect([name, code, label.en !== '' && label.zh !== '', (phrase.en === '') === (phrase.zh === '')]).toEqual([
          name,
          code,
          true,
          true,
        ]);
      }
      const labels = Object.values(vocabulary).map(({ label }) => label.zh);
      expect(new Set(labels).size, name).toBe(labels.length);
    }
  });

  test('[PC19] a dolly, a zoom, a pan and a truck are different words', () => {
    const phrases = ['PUSH_IN', 'ZOOM_IN', 'PAN_LEFT', 'TRUCK_LEFT'].map(
      (movement) => compile({ movement, action: '' }).text,
    );
    expect(new Set(phrases).size).toBe(4);
  });
});
