/** What a prompt is compiled from, and what comes out. */
import type { CoveredElement, WordsRange } from '../coveredElement.ts';
import type { LengthUnit, ModelId } from '../model.ts';
import type { ShotFields } from '../shotField.ts';
import type { Language } from '../vocabulary/term.ts';
import type { PromptWarning } from './promptWarning.ts';
import type { PromptField } from './sections/clause.ts';

/** The heading of the scene that a shot stands in: it says where and when, while the shot's own `location` is empty. */
export interface PromptScene {
  readonly id: string;
  readonly heading: string;
}

/** Absent `model`, `language` and `aspect` are taken from the fields, else from the registry. */
export interface PromptInput {
  readonly fields: ShotFields;
  readonly words: readonly CoveredElement[];
  readonly scene?: PromptScene | null;
  readonly model?: string;
  readonly language?: Language;
  readonly aspect?: string;
}

/**
 * One entry of the source map: `[start, end)` in UTF-16 units of the text or of the negative. The entries lie end to end and cover
 * all of both. Without a `field` they only hold phrases together. `words` are the script's words that are said here.
 */
export interface PromptSource {
  readonly start: number;
  readonly end: number;
  readonly in: 'text' | 'negative';
  readonly field?: PromptField;
  readonly words?: WordsRange;
}

/** What did not fit, word for word, in the order in which it was given up. `isNeeded`: the prompt is broken without it. */
export interface DroppedClause {
  readonly field: PromptField;
  readonly text: string;
  readonly isNeeded: boolean;
}

/** A compiled prompt. Equal inputs give equal bytes. */
export interface CompiledPrompt {
  readonly text: string;
  readonly negative: string;
  /** What is sent beside the text: `model`, `durationSeconds`, `aspect`, `audio`. */
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
  readonly warnings: readonly PromptWarning[];
  readonly dropped: readonly DroppedClause[];
  readonly map: readonly PromptSource[];
  /** Of the text alone; `max` is the model's own limit. */
  readonly length: { readonly used: number; readonly max: number; readonly unit: LengthUnit };
  readonly model: ModelId;
  readonly language: Language;
  /** The version of the compiler. */
  readonly compiler: string;
}
