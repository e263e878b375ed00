/** Dual dialogue side by side: which elements stand in which half, and how far the right half is moved up beside the left. */
import type { Node } from '@tiptap/pm/model';
import { Decoration } from '@tiptap/pm/view';
import type { Element, Profile } from '@tramline/screenplay';
import { type MeasuredDual, readDuals } from '@tramline/screenplay';
import { elementStarts } from '../elementStarts.ts';

/** What an element of a dual dialogue, or the one behind it, is drawn with. */
interface DualPlace {
  readonly ordinal: number;
  readonly className: string;
  /** Rows by which the element is moved: up for the first of the right half, down behind a shorter right half. */
  readonly rows: number;
}

/** The node decorations of all dual dialogues. Each is named by `key`, so that one that is drawn already is not drawn anew. */
export function dualDecorations(doc: Node, elements: readonly Element[], profile: Profile): Decoration[] {
  return readDuals(elements, profile).flatMap((dual) =>
    placesOf(dual, elements.length).map((place) => decorate(doc, place)),
  );
}

function placesOf({ from, middle, end, leftLines, rightLines }: MeasuredDual, count: number): DualPlace[] {
  const places: DualPlace[] = [];
  for (let ordinal = from; ordinal < middle; ordinal++) places.push({ ordinal, className: 'dual left', rows: 0 });
  for (let ordinal = middle; ordinal < end; ordinal++) {
    // Its own blank row counts: the cue of the right half has one above it, as that of the left has.
    const rows = ordinal === middle ? -(leftLines + 1) : 0;
    places.push({ ordinal, className: 'dual right', rows });
  }
  if (end < count && leftLines > rightLines)
    places.push({ ordinal: end, className: 'behind-dual', rows: leftLines - rightLines });
  return places;
}

function decorate(doc: Node, { ordinal, className, rows }: DualPlace): Decoration {
  const from = elementStarts(doc)[ordinal]!;
  const to = from + doc.child(ordinal).nodeSize;
  const attrs = rows === 0 ? { class: className } : { class: className, style: `--moved: ${rows}` };
  return Decoration.node(from, to, attrs, { key: `${className} ${rows}` });
}
