/**
 * The registry of video models: data with dates and sources, never code. What a model can take decides how a prompt is
 * clamped, ordered and cut; a retired model stays, so that old shots still say what they were written for.
 */
import type { Bilingual, Language, Vocabulary } from './vocabulary/term.ts';

/** The sections of a prompt; a template is an order of them. */
export type PromptSection = 'camera' | 'action' | 'location' | 'light' | 'look' | 'keep' | 'dialogue' | 'sound';

/** What a length is counted in: Unicode code points, or tokens by a conservative estimate. */
export type LengthUnit = 'codePoints' | 'tokens';

/** One model as the compiler sees it. */
export interface ModelProfile {
  readonly label: Bilingual;
  /** The name in the provider's own interface. */
  readonly apiName: string;
  readonly status: 'active' | 'preview' | 'retired';
  /** Legal lengths of one clip in seconds, ascending. */
  readonly durationsSeconds: readonly number[];
  /** What is asked for when neither the shot nor its dialogue says how long it is; one of the legal ones. */
  readonly defaultSeconds: number;
  readonly aspects: readonly string[];
  readonly prompt: {
    readonly max: number;
    readonly unit: LengthUnit;
    /** The share of `max` that is used, because the provider's own counting may differ. */
    readonly share: number;
  };
  /** `nouns`: a list of its own field; `none`: the model takes none. `max` is in the prompt's unit. */
  readonly negative: { readonly policy: 'nouns'; readonly max: number } | { readonly policy: 'none' };
  readonly defaultLanguage: Language;
  /** Whether it makes sound, and the languages it speaks; empty: not published. */
  readonly audio: { readonly isNative: boolean; readonly dialogueLanguages: readonly string[] };
  /** Which way spoken words are written: `says` (X says: “…”) or `bracket` ([X: tone]: "…"). */
  readonly dialogue: 'says' | 'bracket';
  readonly order: readonly PromptSection[];
  /** The day on which the entry was checked, and where its facts were read. */
  readonly checkedOn: string;
  readonly sources: readonly string[];
}

export const MODELS = {
  'kling-v3': {
    label: { en: 'Kling 3', zh: '可灵 3' },
    apiName: 'kling-v3',
    status: 'active',
    durationsSeconds: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    defaultSeconds: 5,
    aspects: ['16:9', '9:16', '1:1'],
    prompt: { max: 2500, unit: 'codePoints', share: 0.9 },
    negative: { policy: 'nouns', max: 2500 },
    defaultLanguage: 'zh',
    audio: { isNative: true, dialogueLanguages: ['zh', 'en', 'ja', 'ko', 'es'] },
    dialogue: 'bracket',
    order: ['action', 'location', 'camera', 'light', 'look', 'keep', 'dialogue', 'sound'],
    checkedOn: '2026-11-22',
    sources: [
      'Kling open API, text to video: prompt and negative prompt of at most 2500 characters, 3 to 15 s, 16:9, 9:16 and 1:1 (read 2026-08-13)',
      'https://kling.ai/blog/kling-ai-prompt-guide: subject, movement, scene, camera, lighting, atmosphere; dialogue as [Character: tone]: "…"',
    ],
  },
  'veo-3.1': {
    label: { en: 'Veo 3.1', zh: 'Veo 3.1' },
    apiName: 'veo-3.1-generate-001',
    status: 'active',
    durationsSeconds: [4, 6, 8],
    defaultSeconds: 8,
    aspects: ['16:9', '9:16'],
    prompt: { max: 1024, unit: 'tokens', share: 0.9 },
    // No cap is published for this field; the prompt's own is taken.
    negative: { policy: 'nouns', max: 1024 },
    defaultLanguage: 'en',
    audio: { isNative: true, dialogueLanguages: [] },
    dialogue: 'says',
    order: ['camera', 'action', 'location', 'keep', 'light', 'look', 'dialogue', 'sound'],
    checkedOn: '2026-11-22',
    sources: [
      'Vertex AI, Veo 3.1 model page: 4, 6 or 8 s, 16:9 and 9:16, 1024 tokens; the Gemini API route ended on 2026-10-22',
      'Vertex AI, video generation prompt guide: negatives as nouns in a field of their own, quoted dialogue after a colon',
    ],
  },
} as const satisfies Record<string, ModelProfile>;

export type ModelId = keyof typeof MODELS;
export const MODEL_IDS = Object.keys(MODELS) as readonly ModelId[];
/** The model that a shot is compiled for while it names none. */
export const DEFAULT_MODEL: ModelId = 'veo-3.1';

/** The profile of a model; `undefined` for an id that the registry does not know. */
export function modelOf(id: string): ModelProfile | undefined {
  return Object.hasOwn(MODELS, id) ? MODELS[id as ModelId] : undefined;
}

/** The models as a vocabulary, so that a form offers them like any other code. Their phrases are empty. */
export const MODEL_TERMS: Vocabulary = Object.fromEntries(
  MODEL_IDS.map((id) => [id, { label: MODELS[id].label, phrase: { en: '', zh: '' } }]),
);
