import { describe, expect, test } from 'vitest';
import { MODELS } from '../model.ts';
import { CODE_FIELD_NAMES, type ShotFieldName, TEXT_FIELD_NAMES } from '../shotField.ts';
import { vocabularyOf } from '../vocabulary/vocabulary.ts';
import { compilePrompt } from './compilePrompt.ts';
import { lever } from './leverShot.ts';
import { measure } from './measure.ts';
import type { CompiledPrompt, PromptInput } from './promptInput.ts';
import { randomInput, randomText, seeded } from './randomShot.ts';
import type { PromptField } from './sections/clause.ts';

const seed = 20261122;
const runs = 10_000;
/** Far above what it takes: other work may share the machine. */
const timeout = 180_000;

/** What is wrong with a source map; empty when it lies end to end over text and negative. */
function mapFaults(prompt: CompiledPrompt): string[] {
  return (['text', 'negative'] as const).flatMap((place) => {
    let at = 0;
    const faults: string[] = [];
    for (const { start, end } of prompt.map.filter((source) => source.in === place)) {
      if (start !== at || end <= start) faults.push(`${place} ${start}-${end} after ${at}`);
      at = end;
    }
    return at === prompt[place].length ? faults : [...faults, `${place} ends at ${at} of ${prompt[place].length}`];
  });
}

/** What is wrong with words that a prompt says it took from the script. */
function wordFaults(prompt: CompiledPrompt, input: PromptInput): string[] {
  return prompt.map.flatMap(({ start, end, words }) => {
    if (words === undefined) return [];
    const covered = input.words.find(({ id }) => id === words.element);
    const heading = input.scene?.heading ?? '';
    const source =
      covered === undefined
        ? heading.slice(words.from, words.to)
        : covered.text.slice(words.from - covered.from, words.to - covered.from);
    const said = prompt.text.slice(start, end).toLowerCase();
    // A name and a place are said in their own way; what they map to is checked elsewhere.
    if (covered === undefined || covered.type === 'character') return [];
    if (source.replace(/\s/g, ' ').toLowerCase() === said) return [];
    return [`${said} is not ${source}`];
  });
}

describe('any shot', () => {
  test(`[PC1] [PC2] [PC3] [PC7] compiles the same twice, is mapped whole, and fits (${runs} shots, seed ${seed})`, {
    timeout,
  }, () => {
    const random = seeded(seed);
    let dropping = 0;
    for (let run = 0; run < runs; run++) {
      const input = randomInput(random);
      const prompt = compilePrompt(input);
      const { max, unit } = MODELS[prompt.model].prompt;
      const faults = [...mapFaults(prompt), ...wordFaults(prompt, input)];
      if (measure(prompt.text, unit) > max || measure(prompt.negative, unit) > MODELS[prompt.model].negative.max)
        faults.push('too long');
      if (run % 10 === 0 && JSON.stringify(compilePrompt(structuredClone(input))) !== JSON.stringify(prompt))
        faults.push('differs');
      if (prompt.dropped.length > 0) dropping++;
      expect(faults, `run ${run}`).toEqual([]);
    }
    expect(dropping).toBeGreaterThan(runs / 20);
  });

  test('[PC1] the input is not changed', () => {
    const input = structuredClone(lever);
    compilePrompt(input);
    expect(input).toEqual(lever);
  });
});

/** Fields whose phrases stand in one clause, or one in place of the other. */
const together: Readonly<Record<string, readonly PromptField[]>> = {
  movement: ['movement', 'movementSpeed', 'movementEnd'],
  movementSpeed: ['movementSpeed'],
  movementEnd: ['movementEnd'],
  location: ['location', 'scene'],
};

/** The phrases that do not belong to a field, without case: a sentence may begin at another phrase now. */
function others(prompt: CompiledPrompt, field: ShotFieldName): string[] {
  const own = together[field] ?? [field];
  return prompt.map
    .filter((source) => source.field !== undefined && !own.includes(source.field))
    .map((source) => `${source.field} ${prompt[source.in].slice(source.start, source.end).toLowerCase()}`);
}

const compiled = [...CODE_FIELD_NAMES, ...TEXT_FIELD_NAMES, 'focalMm', 'durationFrames'] as const;
const choosing: readonly ShotFieldName[] = ['model', 'promptLanguage'];

describe('one field', () => {
  test(`[PC4] touches only its own segments (2000 changes, seed ${seed})`, { timeout }, () => {
    const random = seeded(seed);
    const changes = new Map<ShotFieldName, number>();
    for (let run = 0; run < 2000; run++) {
      const input = randomInput(random);
      const field = compiled[Math.floor(random() * compiled.length)]!;
      if (choosing.includes(field)) continue;
      const codes = (CODE_FIELD_NAMES as readonly string[]).includes(field)
        ? Object.keys(vocabularyOf(field as 'size'))
        : [];
      const value =
        codes[Math.floor(random() * codes.length)] ??
        (field === 'focalMm' ? 85 : field === 'durationFrames' ? 100 : randomText(random));
      const [before, after] = [
        compilePrompt(input),
        compilePrompt({ ...input, fields: { ...input.fields, [field]: value } }),
      ];
      if (before.dropped.length + after.dropped.length > 0) continue;
      expect(others(after, field), `${field} in run ${run}`).toEqual(others(before, field));
      if (before.text !== after.text || before.negative !== after.negative)
        changes.set(field, (changes.get(field) ?? 0) + 1);
    }
    const silent = compiled.filter((field) => !choosing.includes(field) && !changes.has(field));
    expect(silent).toEqual(['title', 'notes', 'durationFrames']);
  });

  test('[PC4] a change of one field leaves the bytes of the others', () => {
    const after = compilePrompt({ ...lever, fields: { ...lever.fields, light: 'Moonlight' } });
    const before = compilePrompt(lever);
    expect(after.text).toBe(before.text.replace('Hard torch from frame left, low key', 'Moonlight'));
  });
});
