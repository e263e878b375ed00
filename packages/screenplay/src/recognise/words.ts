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
  return marks
    .map((m) => ({ ...m, from: Math.max(m.from, from) + by, to: Math.min(m.to, to) + by }))
    .filter((m) => m.from < m.to);
}

/** Both, parted by `between`; a mark that ends the one and begins the other covers `between` too. */
export function joinWords(a: Words, between: string, b: Words): Words {
  const at = a.text.length + between.length;
  const moved = b.marks.map((m) => ({ ...m, from: m.from + at, to: m.to + at }));
  const marks: Mark[] = [...a.marks];
  for (const mark of moved) {
    const i = marks.findIndex((m) => m.type === mark.type && m.value === mark.value && m.to === a.text.length);
    if (i >= 0 && mark.from === at) marks[i] = { ...marks[i]!, to: mark.to };
    else marks.push(mark);
  }
  return { text: a.text + between + b.text, marks };
}

/** Words without the bold, italic or underline that covers all of them: a look of the line, no emphasis. */
export function withoutWholeMarks({ text, marks }: Words): Words {
  const isLook = (m: Mark) => ['bold', 'italic', 'underline'].includes(m.type) && m.from === 0 && m.to >= text.length;
  return { text, marks: marks.filter((m) => !isLook(m)) };
}

/** Words without formats. */
export function plainWords(text: string): Words {
  return { text, marks: [] };
}
