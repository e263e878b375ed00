/** Words with their marks: cutting and joining without losing a format. */
import type { Mark } from '../element.ts';

/** A text and the formats on it. */
export interface Words {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** The words of `[from, to)` without white space at both ends. */
export function sliceWords({ text, marks }: Words, from: number, to = text.length): Words {
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  return { text: text.slice(from, to), marks: moveMarks(marks, from, to, -from) };
}

function moveMarks(marks: readonly Mark[], from: number, to: number, by: number): Mark[] {
  if (marks.length === 0) return [];
  return marks
    .filter((m) => m.from < to && m.to > from && from < to)
    .map((m) => ({ ...m, from: Math.max(m.from, from) + by, to: Math.min(m.to, to) + by }));
}

/** Both, parted by `between`; a mark that ends the one and begins the other covers `between` too. */
export function joinWords(a: Words, between: string, b: Words): Words {
  return joinAll(a, [{ between, words: b }]);
}

/** Words that follow others, and what stands between. */
export interface Piece {
  readonly between: string;
  readonly words: Words;
}

/** Many pieces in one go, in a time that grows with their number. */
export function joinAll(first: Words, pieces: readonly Piece[]): Words {
  const texts = [first.text];
  const marks: Mark[] = [...first.marks];
  let at = first.text.length;
  for (const { between, words } of pieces) {
    texts.push(between, words.text);
    const from = at + between.length;
    for (const m of words.marks) {
      const end = marks.findLastIndex((e, i) => i >= marks.length - 8 && isSame(e, m) && e.to === at);
      if (end >= 0 && m.from === 0) marks[end] = { ...marks[end]!, to: m.to + from };
      else marks.push({ ...m, from: m.from + from, to: m.to + from });
    }
    at = from + words.text.length;
  }
  return { text: texts.join(''), marks };
}

const isSame = (a: Mark, b: Mark) => a.type === b.type && a.value === b.value;

/** Words without the bold, italic or underline that covers all of them: a look of the line, no emphasis. */
export function withoutWholeMarks({ text, marks }: Words): Words {
  const isLook = (m: Mark) => ['bold', 'italic', 'underline'].includes(m.type) && m.from === 0 && m.to >= text.length;
  return { text, marks: marks.filter((m) => !isLook(m)) };
}

/** Words without formats. */
export function plainWords(text: string): Words {
  return { text, marks: [] };
}
