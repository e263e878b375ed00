import { describe, expect, test } from 'vitest';
import { MODELS } from '../model.ts';
import { emptyShotFields, type ShotFields } from '../shotField.ts';
import { compilePrompt } from './compilePrompt.ts';
import { lever, leverZh } from './leverShot.ts';
import type { PromptInput } from './promptInput.ts';

const bare = (fields: Partial<ShotFields>, more: Partial<PromptInput> = {}) =>
  compilePrompt({ fields: { ...emptyShotFields(), ...fields }, words: [], language: 'en', ...more });
const codes = (prompt: ReturnType<typeof compilePrompt>) => prompt.warnings.map(({ code }) => code);

describe('golden prompts', () => {
  test('[PC5] Veo in English', () => {
    expect(compilePrompt({ ...lever, model: 'veo-3.1' }).text).toBe(
      'Medium shot, one person in frame, low angle, slow push-in ending on the lever, 35mm lens, shallow focus. ' +
        'Jun (26, piano tuner, coat buttoned) takes a tuning lever out of his case and holds it up in the torchlight. ' +
        'Lower deck of a night bus, rain on glass. Consistent throughout: the coat stays buttoned; the case stays open. ' +
        'Hard torch from frame left, low key. Muted film stock, fine grain. ' +
        "Jun says, weighing it: “It holds a string at ninety kilos. It'll hold a belt.” SFX: rain on a steel roof.",
    );
  });

  test('[PC5] Veo in Chinese', () => {
    expect(compilePrompt({ ...leverZh, model: 'veo-3.1' }).text).toBe(
      '中景，单人镜头，仰拍，缓慢推近，最后停在扳手上，35mm镜头，浅景深。' +
        '小骏（26岁，钢琴调音师，外套扣子未解）从箱子里取出一把调音扳手，举到手电光里。夜班公交下层，雨打车窗。' +
        '全程保持：外套扣子始终未解；箱子始终敞开。画面左侧手电硬光，低调。低饱和胶片质感，细颗粒。' +
        '小骏（掂了掂）说：“它能吊住九十公斤的琴弦，也能吊住一根皮带。”音效：雨打铁皮车顶。',
    );
  });

  test('[PC6] Kling in English', () => {
    expect(compilePrompt({ ...lever, model: 'kling-v3' }).text).toBe(
      'Jun (26, piano tuner, coat buttoned) takes a tuning lever out of his case and holds it up in the torchlight. ' +
        'Lower deck of a night bus, rain on glass. ' +
        'Medium shot, one person in frame, low angle, slow push-in ending on the lever, 35mm lens, shallow focus. ' +
        'Hard torch from frame left, low key. Muted film stock, fine grain. ' +
        'Consistent throughout: the coat stays buttoned; the case stays open. ' +
        '[Jun: weighing it]: "It holds a string at ninety kilos. It\'ll hold a belt." SFX: rain on a steel roof.',
    );
  });

  test('[PC6] Kling in Chinese', () => {
    expect(compilePrompt({ ...leverZh, model: 'kling-v3' }).text).toBe(
      '小骏（26岁，钢琴调音师，外套扣子未解）从箱子里取出一把调音扳手，举到手电光里。夜班公交下层，雨打车窗。' +
        '中景，单人镜头，仰拍，缓慢推近，最后停在扳手上，35mm镜头，浅景深。画面左侧手电硬光，低调。低饱和胶片质感，细颗粒。' +
        '全程保持：外套扣子始终未解；箱子始终敞开。[小骏：掂了掂]：“它能吊住九十公斤的琴弦，也能吊住一根皮带。”音效：雨打铁皮车顶。',
    );
  });

  test('[PC5] what is sent beside the text', () => {
    const veo = compilePrompt({ ...lever, model: 'veo-3.1' });
    expect([veo.parameters, veo.negative, veo.length.max, veo.length.unit, veo.dropped]).toEqual([
      { model: 'veo-3.1-generate-001', durationSeconds: 6, aspect: '16:9', audio: true },
      'subtitles, watermark, extra fingers',
      1024,
      'tokens',
      [],
    ]);
    const kling = compilePrompt({ ...leverZh, model: 'kling-v3', aspect: '9:16' });
    expect(kling.parameters).toEqual({ model: 'kling-v3', durationSeconds: 7, aspect: '9:16', audio: true });
    expect(kling.length).toEqual({ used: [...kling.text].length, max: 2500, unit: 'codePoints' });
  });
});

describe('resolving', () => {
  test('[PC14] model and language come from the call, then from the fields, then from the registry', () => {
    const resolved = (fields: Partial<ShotFields>, more: Partial<PromptInput>) => {
      const { model, language } = bare(fields, { language: undefined, ...more } as Partial<PromptInput>);
      return [model, language];
    };
    const kling = { model: 'kling-v3', promptLanguage: 'en' };
    expect(resolved({}, {})).toEqual(['veo-3.1', 'en']);
    expect(resolved({ model: 'kling-v3' }, {})).toEqual(['kling-v3', 'zh']);
    expect(resolved(kling, {})).toEqual(['kling-v3', 'en']);
    expect(resolved(kling, { model: 'veo-3.1', language: 'zh' })).toEqual(['veo-3.1', 'zh']);
  });

  test('[PC14] an unknown code is reported and not said', () => {
    const prompt = bare({ size: 'MS', angle: 'SIDEWAYS', action: 'rain falls' });
    expect(prompt.text).toBe('Medium shot. Rain falls.');
    expect(prompt.warnings).toEqual([
      { code: 'code.unknown', weight: 'warning', facts: { field: 'angle', code: 'SIDEWAYS' } },
    ]);
  });

  test('[PC14] an unknown model or picture shape is reported and replaced', () => {
    const prompt = bare({ action: 'rain falls' }, { model: 'toString', aspect: '4:3' });
    expect([prompt.model, prompt.parameters.aspect, codes(prompt)]).toEqual([
      'veo-3.1',
      '16:9',
      ['model.unknown', 'aspect.unsupported'],
    ]);
  });

  test('[PC14] a number outside its range is clamped and reported', () => {
    const prompt = bare({ focalMm: 5000, action: 'rain falls' });
    expect([prompt.text, codes(prompt)]).toEqual(['1200mm lens. Rain falls.', ['number.outOfRange']]);
  });

  test('[PC17] title and notes are never compiled', () => {
    const without = compilePrompt({ ...lever, fields: { ...lever.fields, title: '', notes: '' } });
    expect(compilePrompt({ ...lever, fields: { ...lever.fields, title: 'X', notes: 'Y' } })).toEqual(without);
  });
});

describe('movement', () => {
  test('[PC15] speed and end are said only with a movement that moves', () => {
    const still = bare({ movement: 'STATIC', movementSpeed: 'SLOW', movementEnd: 'the lever', action: 'rain falls' });
    expect([still.text, codes(still)]).toEqual([
      'Locked-off static camera. Rain falls.',
      ['move.static', 'move.static'],
    ]);
    const none = bare({ movementSpeed: 'SLOW', movementEnd: 'the lever', action: 'rain falls' });
    expect([none.text, codes(none)]).toEqual(['Rain falls.', ['move.missing', 'move.missing']]);
  });

  test('[PC15] an end reads well with and without its own preposition', () => {
    const move = (movementEnd: string) => bare({ movement: 'PUSH_IN', movementEnd }).text;
    expect([move('on the lever'), move('the lever.'), move('')]).toEqual([
      'Push-in ending on the lever.',
      'Push-in ending on the lever.',
      'Push-in.',
    ]);
  });

  test('[PC15] each of the three says its own phrase', () => {
    const prompt = bare({ movement: 'ARC_CW', movementSpeed: 'VERY_SLOW', movementEnd: 'his face' });
    expect(prompt.map.map(({ field, start, end }) => [field, prompt.text.slice(start, end)])).toEqual([
      ['movementSpeed', 'Very slow'],
      [undefined, ' '],
      ['movement', 'clockwise arc around the subject'],
      ['movementEnd', ' ending on '],
      ['movementEnd', 'his face'],
      [undefined, '.'],
    ]);
  });

  test('[PC15] a normal speed is not said', () => {
    expect(bare({ movement: 'TILT_UP', movementSpeed: 'NORMAL' }).text).toBe('Tilt up.');
  });
});

describe('picture', () => {
  test('[PC21] an extreme close-up of several subjects or through a very wide lens is reported', () => {
    const prompt = bare({ size: 'ECU', subjects: 'Jun\nIda', focalMm: 18, action: 'look up' });
    expect([prompt.text, codes(prompt)]).toEqual([
      'Extreme close-up, 18mm lens. Jun and Ida look up.',
      ['size.crowded', 'lens.distorts'],
    ]);
  });

  test('[PC8] a shot in which nothing happens is noted', () => {
    expect(codes(bare({ size: 'WS' }))).toEqual(['action.empty']);
  });

  test('[PC18] free words in another language are kept and reported', () => {
    const prompt = bare({ action: '雨落下', light: 'low key' });
    expect([prompt.text, prompt.warnings.map(({ code, facts }) => [code, facts.field])]).toEqual([
      '雨落下. Low key.',
      [['text.otherLanguage', 'action']],
    ]);
    expect(codes(bare({ action: '雨落下', look: 'grain' }, { language: 'zh' }))).toEqual(['text.otherLanguage']);
  });

  test('[PC18] two languages in one clip are reported', () => {
    const line = { type: 'dialogue', cue: 'JUN', from: 0 };
    const words = [
      { ...line, id: 'a', text: 'It holds.' },
      { ...line, id: 'b', text: '麦子熟咧。' },
    ];
    expect(codes(bare({}, { words }))).toEqual(['dialogue.mixed']);
  });
});

describe('registry', () => {
  test('[PC19] every model has legal lengths, a date and sources', () => {
    for (const model of Object.values(MODELS)) {
      const ascending = [...model.durationsSeconds].sort((a, b) => a - b);
      expect(model.durationsSeconds).toEqual(ascending);
      expect(model.durationsSeconds).toContain(model.defaultSeconds);
      expect(new Date(model.checkedOn).toISOString()).toContain(model.checkedOn);
      expect([model.sources.length > 1, new Set(model.order).size, model.aspects.length > 0]).toEqual([true, 8, true]);
    }
  });
});
