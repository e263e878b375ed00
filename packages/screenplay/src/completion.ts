/** What an offer is, and how offers are found among texts and ranked. */

/** A caret in the script: the element's index in the list and the offset in its text (UTF-16 units). */
export interface ScriptPlace {
  readonly index: number;
  readonly offset: number;
}

export type CompletionKind = 'name' | 'extension' | 'intro' | 'location' | 'time' | 'transition';

/** One offer: `text` takes the place of the words in `[from, to)` of the element. */
export interface Completion {
  readonly kind: CompletionKind;
  readonly text: string;
}

/** The offers at a caret, best first; `[from, to)` is what they replace. Empty `items`: nothing to offer. */
export interface Completions {
  readonly from: number;
  readonly to: number;
  readonly items: readonly Completion[];
}

/** Items of `texts` that begin with `typed` and say more than it, as a completion of `[from, to)`. */
export function offer(
  kind: CompletionKind,
  texts: Iterable<string>,
  range: { readonly from: number; readonly to: number; readonly typed: string },
): Completions {
  const wanted = foldCase(range.typed);
  const unique = new Map([...texts].map((text) => [foldCase(text), text]));
  const items = [...unique].filter(([folded]) => folded.startsWith(wanted) && folded !== wanted.trimEnd());
  return { from: range.from, to: range.to, items: items.map(([, text]) => ({ kind, text })) };
}

/** One form for upper and lower case and both kinds of brackets, so that either finds the other. */
export function foldCase(text: string): string {
  return text.toUpperCase().replaceAll('（', '(').replaceAll('）', ')').replaceAll('’', "'");
}

/** Whether words are Chinese: they hold a Han character or a full-width bracket. */
export function isChinese(text: string): boolean {
  return /[\p{Script=Han}（]/u.test(text);
}

/** The used texts, most often used first, and then the known ones; each once. */
export function rankByUse(used: readonly string[], known: readonly string[]): string[] {
  const counts = new Map<string, number>();
  const spelling = new Map<string, string>();
  for (const text of used) {
    counts.set(foldCase(text), (counts.get(foldCase(text)) ?? 0) + 1);
    spelling.set(foldCase(text), text);
  }
  const byUse = [...counts].sort(([, a], [, b]) => b - a).map(([folded]) => spelling.get(folded)!);
  return [...byUse, ...known.filter((text) => !counts.has(foldCase(text)))];
}
