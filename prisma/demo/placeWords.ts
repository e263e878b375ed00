/** Finds quoted words in the elements of a script. */
import type { DemoWords } from './demoScript.ts';

/** A place: the ordinal of the element, and the UTF-16 offset in its text. */
export interface WordsPlace {
  readonly start: { readonly ordinal: number; readonly offset: number };
  readonly end: { readonly ordinal: number; readonly offset: number };
}

/** Where quoted words stand. Throws a `RangeError` when the script does not say them: a mistake in the data. */
export function placeWords(
  elements: readonly { readonly text: string }[],
  { from, to, occurrence = 0 }: DemoWords,
): WordsPlace {
  const joined = elements.map(({ text }) => text).join('\n');
  let start = joined.indexOf(from);
  for (let seen = 0; seen < occurrence && start >= 0; seen++) start = joined.indexOf(from, start + 1);
  const last = to === undefined || start < 0 ? start : joined.indexOf(to, start);
  if (start < 0 || last < 0) throw new RangeError(`the script does not say: ${start < 0 ? from : to} (${occurrence})`);
  return { start: placeAt(elements, start), end: placeAt(elements, last + (to ?? from).length) };
}

function placeAt(elements: readonly { readonly text: string }[], at: number): WordsPlace['start'] {
  let rest = at;
  for (const [ordinal, { text }] of elements.entries()) {
    if (rest <= text.length) return { ordinal, offset: rest };
    rest -= text.length + 1;
  }
  throw new RangeError(`no element at ${at}`);
}
