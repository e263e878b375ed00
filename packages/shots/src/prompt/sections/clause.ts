/** The parts that a prompt is made of before it is text: phrases in clauses in sentences. */
import type { WordsRange } from '../../coveredElement.ts';
import type { PromptSection } from '../../model.ts';
import type { ShotFieldName } from '../../shotField.ts';

/** Where a phrase comes from: a field of the shot, the spoken words, or the heading of the scene. */
export type PromptField = ShotFieldName | 'dialogue' | 'scene';

/** A stretch of the prompt from one source. Without a field it only holds phrases together. */
export interface Phrase {
  readonly text: string;
  readonly field?: PromptField;
  readonly words?: WordsRange;
}

/** What is dropped or kept as one. `join` stands before it when it is not the first of its sentence. */
export interface Clause {
  readonly field: PromptField;
  readonly join: string;
  readonly phrases: readonly Phrase[];
}

/** A sentence of a section. `lead` stands before the first clause; a `isClosed` sentence ends by itself, without a full stop. */
export interface Sentence {
  readonly section: PromptSection;
  readonly lead?: Phrase;
  readonly clauses: readonly Clause[];
  readonly isClosed?: boolean;
}

/** A clause of one phrase. */
export function clause(field: PromptField, text: string, join: string, words?: WordsRange): Clause {
  return { field, join, phrases: [words === undefined ? { text, field } : { text, field, words }] };
}

/** The words of a clause. */
export function clauseText(of: Clause): string {
  return of.phrases.map((phrase) => phrase.text).join('');
}

/** Whether text ends a sentence by itself. */
export function endsSentence(text: string): boolean {
  return /[.!?。！？…]["”’」』)）]*$/.test(text);
}

/** Whether text holds Chinese, Japanese or Korean characters. */
export function hasHan(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text);
}
