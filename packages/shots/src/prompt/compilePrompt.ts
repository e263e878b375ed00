/**
 * The prompt compiler: what a video model is told for a shot. Pure and deterministic: no clock, no randomness, no state.
 * Resolve → clamp → lexicalise → order by the model's template → negatives by its policy → fit to its length → source map.
 */
import { DEFAULT_MODEL, type ModelId, type ModelProfile, modelOf, type PromptSection } from '../model.ts';
import type { ShotFields, TextFieldName } from '../shotField.ts';
import { LANGUAGES, type Language } from '../vocabulary/term.ts';
import { clipSeconds, spokenWords } from './duration.ts';
import { fitPrompt } from './fitPrompt.ts';
import { negativePhrases } from './negative.ts';
import type { CompiledPrompt, DroppedClause, PromptInput } from './promptInput.ts';
import { type PromptWarning, warn } from './promptWarning.ts';
import { sourcesOf, textOf } from './renderPrompt.ts';
import { actionSentence } from './sections/actionSection.ts';
import { cameraSentence } from './sections/cameraSection.ts';
import { hasHan, type Sentence } from './sections/clause.ts';
import { describingSentence, keepSentence, locationSentence, soundSentence } from './sections/describingSections.ts';
import { dialogueSentences } from './sections/dialogueSection.ts';
import { splitLines } from './sections/splitText.ts';

/** Rises with every change of what comes out for the same input. */
export const COMPILER_VERSION = '1.0.0';

function resolveModel(input: PromptInput, warnings: PromptWarning[]): { id: ModelId; profile: ModelProfile } {
  const asked = input.model ?? input.fields.model ?? DEFAULT_MODEL;
  const found = modelOf(asked);
  if (found === undefined) warnings.push(warn('model.unknown', { model: asked, used: DEFAULT_MODEL }));
  const [id, profile] = found === undefined ? [DEFAULT_MODEL, modelOf(DEFAULT_MODEL)!] : [asked as ModelId, found];
  if (profile.status === 'retired') warnings.push(warn('model.retired', { model: id }));
  return { id, profile };
}

function resolveLanguage(input: PromptInput, profile: ModelProfile, warnings: PromptWarning[]): Language {
  const asked = input.language ?? input.fields.promptLanguage;
  const found = LANGUAGES.find((language) => language === asked);
  if (asked !== undefined && found === undefined)
    warnings.push(warn('code.unknown', { field: 'promptLanguage', code: asked }));
  return found ?? profile.defaultLanguage;
}

function resolveAspect(input: PromptInput, profile: ModelProfile, warnings: PromptWarning[]): string {
  const used = profile.aspects[0]!;
  if (input.aspect === undefined || profile.aspects.includes(input.aspect)) return input.aspect ?? used;
  warnings.push(warn('aspect.unsupported', { aspect: input.aspect, used }));
  return used;
}

function sentencesOf(
  input: PromptInput,
  profile: ModelProfile,
  language: Language,
  warnings: PromptWarning[],
): Sentence[] {
  const { fields, words, scene = null } = input;
  const sections: Readonly<Record<PromptSection, () => Sentence[]>> = {
    camera: () => [cameraSentence(fields, language, warnings)],
    action: () => [actionSentence(fields, words, language)],
    location: () => [locationSentence(fields, scene, language)],
    light: () => [describingSentence('light', fields, language)],
    look: () => [describingSentence('look', fields, language)],
    keep: () => [keepSentence(fields, language)],
    dialogue: () => dialogueSentences(words, profile, language),
    sound: () => [soundSentence(fields, language)],
  };
  return profile.order.flatMap((section) => sections[section]());
}

const compiledTexts = [
  'subjects',
  'action',
  'location',
  'light',
  'look',
  'sound',
  'keep',
  'avoid',
  'movementEnd',
] as const satisfies TextFieldName[];

/** Whether free words are in another language than the prompt: Chinese in an English one, three Latin letters or more and no Chinese the other way. */
function isForeign(text: string, language: Language): boolean {
  return language === 'en' ? hasHan(text) : !hasHan(text) && /\p{Script=Latin}{3}/u.test(text);
}

function languageWarnings(
  fields: ShotFields,
  spoken: string,
  profile: ModelProfile,
  language: Language,
): PromptWarning[] {
  const foreign = compiledTexts.filter((field) => isForeign(fields[field], language));
  const warnings = foreign.map((field) => warn('text.otherLanguage', { field }));
  const [han, latin] = [hasHan(spoken), /\p{Script=Latin}{2}/u.test(spoken)];
  if (han && latin) warnings.push(warn('dialogue.mixed'));
  const known = profile.audio.dialogueLanguages;
  for (const [isSpoken, code] of [
    [han, 'zh'],
    [latin, 'en'],
  ] as const) {
    if (isSpoken && known.length > 0 && !known.includes(code))
      warnings.push(warn('dialogue.language', { language: code }));
  }
  return warnings;
}

const widestInCloseUpMm = 20;

function pictureWarnings(fields: ShotFields, sentences: readonly Sentence[]): PromptWarning[] {
  const warnings: PromptWarning[] = [];
  const count = splitLines(fields.subjects).length;
  if (fields.size === 'ECU' && count > 1) warnings.push(warn('size.crowded', { field: 'subjects', count }));
  if (fields.size === 'ECU' && fields.focalMm !== undefined && fields.focalMm <= widestInCloseUpMm) {
    warnings.push(warn('lens.distorts', { field: 'focalMm', focalMm: fields.focalMm }));
  }
  const isEmpty = !sentences.some(
    ({ section, clauses }) => (section === 'action' || section === 'dialogue') && clauses.length > 0,
  );
  return isEmpty ? [...warnings, warn('action.empty', { field: 'action' })] : warnings;
}

function lengthWarnings(dropped: readonly DroppedClause[]): PromptWarning[] {
  const needed = dropped.filter(({ isNeeded }) => isNeeded).length;
  const warnings = dropped.length > needed ? [warn('length.dropped', { count: dropped.length - needed })] : [];
  return needed > 0 ? [...warnings, warn('length.over', { count: needed })] : warnings;
}

/**
 * Compiles the prompt of a shot. Never throws: what cannot be said is left out and reported in `warnings` and `dropped`, and the
 * text never exceeds the model's limit.
 */
export function compilePrompt(input: PromptInput): CompiledPrompt {
  const warnings: PromptWarning[] = [];
  const { id, profile } = resolveModel(input, warnings);
  const language = resolveLanguage(input, profile, warnings);
  const aspect = resolveAspect(input, profile, warnings);
  const sentences = sentencesOf(input, profile, language, warnings);
  const spoken = spokenWords(input.words);
  const clip = clipSeconds(input.fields.durationFrames, spoken, profile);
  const fit = fitPrompt(sentences, profile, language);
  const negative = negativePhrases(input.fields.avoid, profile);
  return {
    text: fit.text,
    negative: textOf(negative.phrases),
    parameters: { model: profile.apiName, durationSeconds: clip.seconds, aspect, audio: profile.audio.isNative },
    warnings: [
      ...warnings,
      ...clip.warnings,
      ...languageWarnings(input.fields, spoken, profile, language),
      ...pictureWarnings(input.fields, sentences),
      ...negative.warnings,
      ...lengthWarnings(fit.dropped),
    ],
    dropped: [
      ...fit.dropped,
      ...negative.dropped.map((noun): DroppedClause => ({ field: 'avoid', text: noun, isNeeded: false })),
    ],
    map: [...sourcesOf(fit.phrases, 'text'), ...sourcesOf(negative.phrases, 'negative')],
    length: { used: fit.used, max: profile.prompt.max, unit: profile.prompt.unit },
    model: id,
    language,
    compiler: COMPILER_VERSION,
  };
}
