/** Words as reports count them. */

const script = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const letters = `(?:(?![${script}])[\\p{L}\\p{M}\\p{N}])+`;
const word = new RegExp(`[${script}]|${letters}(?:['’.-]${letters})*`, 'gu');

/**
 * Words in a text: runs of letters and digits, held together by a hyphen, point or apostrophe inside (`don't`, `a.m`).
 * Every Chinese or Japanese character counts one.
 */
export function countWords(text: string): number {
  return text.match(word)?.length ?? 0;
}
