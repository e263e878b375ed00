/** The words that a shot covers, as the compiler and the approvals read them. */

/**
 * The covered part of one element, in the order of the script.
 * Shape: `text` is what is covered of the element's words, `from` the UTF-16 offset at which it begins in the element;
 * `type` is the element's type (unknown types are kept as they are); `cue` is the words of the cue that a speech stands
 * under, present on dialogue, parenthetical and lyrics that have one, whether or not the cue itself is covered.
 */
export interface CoveredElement {
  readonly id: string;
  readonly type: string;
  readonly cue?: string;
  readonly text: string;
  readonly from: number;
}

/** A stretch of an element's words, in UTF-16 offsets of the whole element. */
export interface WordsRange {
  readonly element: string;
  readonly from: number;
  readonly to: number;
}

const bracketed = /[(（][^)）]*[)）]?/g;

/** The speaker of a cue as people say the name: without extensions, and "Jun" for "JUN". Empty for an empty cue. */
export function speakerName(cue: string): string {
  const name = cue.replace(bracketed, ' ').replace(/\s+/g, ' ').trim();
  return isShouted(name) ? titleCase(name) : name;
}

/** Where a speaker is heard from, read from the cue's extension. */
export type Voice = 'on' | 'off' | 'over';

/** The voice that a cue's extension names: (O.S.), (V.O.), 画外音; `on` when it names none. */
export function voiceOf(cue: string): Voice {
  const extensions = (cue.match(bracketed) ?? []).join(' ').toUpperCase();
  if (/V\.?\s?O\b|旁白|内心独白|心声/.test(extensions)) return 'over';
  if (/O\.?\s?[SC]\b|画外|电话/.test(extensions)) return 'off';
  return 'on';
}

/** Whether words have cased letters and every one of them is a capital. */
export function isShouted(text: string): boolean {
  return text !== text.toLowerCase() && text === text.toUpperCase();
}

/** Words with a capital at the start of each and small letters after it: "Night Bus". */
export function titleCase(text: string): string {
  return text
    .toLowerCase()
    .replace(/(^|[\s\-–—/&.([“"])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase());
}
