import { describe, expect, test } from 'vitest';
import type { CoveredElement } from '../../coveredElement.ts';
import { emptyShotFields, type ShotFields } from '../../shotField.ts';
import { compilePrompt } from '../compilePrompt.ts';
import type { CompiledPrompt, PromptInput } from '../promptInput.ts';

const compile = (words: readonly CoveredElement[], fields: Partial<ShotFields> = {}, more: Partial<PromptInput> = {}) =>
  compilePrompt({ fields: { ...emptyShotFields(), ...fields }, words, language: 'en', model: 'veo-3.1', ...more });
const said = (prompt: CompiledPrompt) =>
  prompt.map.flatMap(({ start, end, words }) =>
    words === undefined ? [] : [[prompt.text.slice(start, end), words.element, words.from, words.to]],
  );

const cue: CoveredElement = { id: 'c', type: 'character', text: "IDA (CONT'D)", from: 0 };
const line = (text: string, more: Partial<CoveredElement> = {}): CoveredElement => ({
  id: 'd',
  type: 'dialogue',
  cue: "IDA (CONT'D)",
  text,
  from: 0,
  ...more,
});

describe('speech', () => {
  test('[PC7] maps to its element and offsets, wherever the shot begins in it', () => {
    const prompt = compile([cue, line(' my left. ', { from: 9 })]);
    expect([prompt.text, said(prompt)]).toEqual([
      'Ida says: “my left.”',
      [
        ['Ida', 'c', 0, 12],
        ['my left.', 'd', 10, 18],
      ],
    ]);
  });

  test('[PC7] a changed word changes the prompt', () => {
    expect(compile([line('ninety kilos')]).text).toBe(compile([line('eighty kilos')]).text.replace('eighty', 'ninety'));
  });

  test('[PC7] every speech has a line, also without a cue', () => {
    const prompt = compile([
      line('Left.'),
      line('No.', { id: 'd2', cue: 'JUN' }),
      { id: 'd3', type: 'dialogue', text: 'Hm.', from: 0 },
    ]);
    expect(prompt.text).toBe('Ida says: “Left.” Jun says: “No.” A voice says: “Hm.”');
  });

  test('[PC20] a parenthetical says how the words are spoken', () => {
    const prompt = compile([
      cue,
      { id: 'p', type: 'parenthetical', cue: cue.text, text: '(not looking up)', from: 0 },
      line('Since Easter.'),
    ]);
    expect(prompt.text).toBe('Ida says, not looking up: “Since Easter.”');
    expect(said(prompt)).toContainEqual(['not looking up', 'p', 1, 15]);
  });

  test('[PC20] a bracket at the head of a Chinese speech is its delivery', () => {
    const prompt = compile([line('（头也不抬）清明前后吧。', { cue: '孟姨' })], {}, { language: 'zh' });
    expect(prompt.text).toBe('孟姨（头也不抬）说：“清明前后吧。”');
    expect(said(prompt)).toEqual([
      ['头也不抬', 'd', 1, 5],
      ['清明前后吧。', 'd', 6, 12],
    ]);
  });

  test('[PC20] the extension of the cue says from where', () => {
    const text = (extension: string, more: Partial<PromptInput>) =>
      compile([line('Left.', { cue: `IDA ${extension}` })], {}, more).text;
    expect(text('(V.O.)', {})).toBe('Ida says in voice-over: “Left.”');
    expect(text('(O.S.)', {})).toBe('Ida says off screen: “Left.”');
    expect(text('（画外音）', { language: 'zh' })).toBe('Ida在画外说：“Left.”');
    expect(text('(V.O.)', { model: 'kling-v3' })).toBe('[Ida: voice-over]: "Left."');
  });

  test('[PC7] line breaks in a speech are spaces and keep its offsets', () => {
    const prompt = compile([line('Talk to me.\nI can’t work.')]);
    expect(said(prompt)).toEqual([['Talk to me. I can’t work.', 'd', 0, 25]]);
  });
});

describe('a covered cue', () => {
  test('[PC20] lends its extension to speeches that only know the name', () => {
    const words = [{ ...cue, text: 'IDA (O.S.)' }, line('Left.', { cue: 'IDA' }), line('No.', { id: 'e', cue: 'JUN' })];
    expect(compile(words).text).toBe('Ida says off screen: “Left.” Jun says: “No.”');
  });
});

describe('action', () => {
  const covered: CoveredElement = { id: 'a', type: 'action', text: 'kneels. The beam slides off.', from: 4 };

  test('[PC8] covered action lines speak while the field is empty, sentence by sentence', () => {
    const prompt = compile([covered], { subjects: 'Ida (58)' });
    expect([prompt.text, said(prompt)]).toEqual([
      'Ida (58) kneels. The beam slides off.',
      [
        ['kneels.', 'a', 4, 11],
        ['The beam slides off.', 'a', 12, 32],
      ],
    ]);
  });

  test('[PC8] white space around covered words is not said and does not shift them', () => {
    expect(said(compile([{ ...covered, text: '  kneels.  The beam ' }]))).toEqual([
      ['Kneels.', 'a', 6, 13],
      ['The beam', 'a', 15, 23],
    ]);
  });

  test('[PC8] the field takes the place of the covered lines', () => {
    const prompt = compile([covered], { action: 'The torch shakes.' });
    expect([prompt.text, said(prompt)]).toEqual(['The torch shakes.', []]);
  });

  test('[PC8] an action that is a sentence of its own stands apart from the subjects', () => {
    expect(compile([], { subjects: 'Jun\nIda', action: 'Jun holds the torch' }).text).toBe(
      'Jun and Ida. Jun holds the torch.',
    );
    const zh = (subjects: string, action: string) => compile([], { subjects, action }, { language: 'zh' }).text;
    expect(zh('小骏（26岁）', '举着手电')).toBe('小骏（26岁）举着手电。');
    expect(zh('小骏（26岁）', '小骏举着手电')).toBe('小骏（26岁）。小骏举着手电。');
    expect(zh('小骏\n孟姨', '一起用力')).toBe('小骏、孟姨，一起用力。');
  });

  test('[PC8] covered lines without an end mark are kept apart', () => {
    const shot: CoveredElement = { id: 's', type: 'shot', text: 'INSERT - THE BELT', from: 0 };
    expect(compile([shot, { ...covered, text: 'climbs its pulley.' }]).text).toBe(
      'INSERT - THE BELT climbs its pulley.',
    );
    expect(
      compile([
        { ...covered, text: 'Rain' },
        { ...covered, id: 'b', text: 'A lorry passes' },
      ]).text,
    ).toBe('Rain. A lorry passes.');
  });
});

describe('place', () => {
  const at = (heading: string, language: 'en' | 'zh' = 'en') =>
    compile([], { action: 'x' }, { scene: { id: 'h', heading }, language });

  test('[PC16] an empty place is read from the heading and mapped to its words', () => {
    const prompt = at('INT. NIGHT BUS - LOWER DECK - NIGHT');
    expect([prompt.text, said(prompt)]).toEqual([
      'X. Interior, Night Bus, Lower Deck, Night.',
      [
        ['Interior', 'h', 0, 4],
        ['Night Bus', 'h', 5, 14],
        ['Lower Deck', 'h', 17, 27],
        ['Night', 'h', 30, 35],
      ],
    ]);
  });

  test('[PC16] headings of other kinds are read too', () => {
    expect(at('I/E CAR – DAY').text).toBe('X. Interior and exterior, Car, Day.');
    expect(at('EXT. RING ROAD').text).toBe('X. Exterior, Ring Road.');
    expect(at('12、夜班公交车 下层 夜 内', 'zh').text).toBe('x。夜班公交车，下层，夜，内景。');
    expect(at('外景 环路 - 夜', 'zh').text).toBe('x。外景，环路，夜。');
    expect(at('').text).toBe('X.');
  });

  test('[PC16] the field takes the place of the heading', () => {
    expect(compile([], { action: 'x', location: 'A yard' }, { scene: { id: 'h', heading: 'EXT. ROAD' } }).text).toBe(
      'X. A yard.',
    );
  });
});

describe('the rest', () => {
  test('[PC4] what was typed between clauses is kept', () => {
    expect(compile([], { look: 'muted stock; fine grain (35mm, pushed), 3.5 stops' }).text).toBe(
      'Muted stock; fine grain (35mm, pushed), 3.5 stops.',
    );
  });

  test('[PC4] a sound that names its own kind gets no second name', () => {
    expect(compile([], { sound: 'Ambient: rain' }).text).toBe('Ambient: rain.');
    expect(compile([], { sound: 'rain' }).text).toBe('SFX: rain.');
  });
});
