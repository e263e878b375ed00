/** Gives a fresh id to every inserted element whose id is missing or taken. A split leaves the id with the words. */
import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { isUsableId, LEAD_ID } from '@tramline/collab';
import { elementStarts, ordinalAt } from '../elementStarts.ts';
import type { Span } from './spans.ts';

/** The transaction that renews ids in what the spans inserted; `null` if all are good. */
export function renewIds(state: EditorState, spans: readonly Span[], newId: () => string): Transaction | null {
  const { doc } = state;
  const inserted = insertedOrdinals(doc, spans);
  if (inserted.size === 0) return null;
  const tr = state.tr;
  for (const [id, ordinals] of holdersOf(doc, inserted)) {
    const keeper = keeperOf(doc, id, ordinals, inserted);
    for (const at of ordinals) {
      if (at === keeper || (id === LEAD_ID && at === 0)) continue;
      tr.setNodeAttribute(elementStarts(doc)[at]!, 'id', newId());
    }
  }
  return tr.docChanged ? tr : null;
}

function insertedOrdinals(doc: Node, spans: readonly Span[]): Set<number> {
  const starts = elementStarts(doc);
  const inserted = new Set<number>();
  for (const { b0, b1 } of spans) {
    for (let ordinal = ordinalAt(doc, b0); ordinal < starts.length && starts[ordinal]! < b1; ordinal++) {
      if (starts[ordinal]! >= b0) inserted.add(ordinal);
    }
  }
  return inserted;
}

/** All ordinals of the document that hold one of the inserted ids. */
function holdersOf(doc: Node, inserted: ReadonlySet<number>): Map<unknown, number[]> {
  const holders = new Map<unknown, number[]>();
  for (const ordinal of inserted) holders.set(doc.child(ordinal).attrs.id, []);
  doc.forEach((node, _pos, ordinal) => {
    holders.get(node.attrs.id)?.push(ordinal);
  });
  return holders;
}

/** The one that keeps the id: an element that was there, unless a split emptied it; else the first with words. */
function keeperOf(
  doc: Node,
  id: unknown,
  ordinals: readonly number[],
  inserted: ReadonlySet<number>,
): number | undefined {
  if (!isUsableId(id)) return undefined;
  if (ordinals.length === 1) return ordinals[0];
  const hasWords = (at: number): boolean => doc.child(at).content.size > 0;
  const wasSplitOff = (at: number): boolean => !hasWords(at) && ordinals.includes(at + 1) && hasWords(at + 1);
  return ordinals.find((at) => !inserted.has(at) && !wasSplitOff(at)) ?? ordinals.find(hasWords) ?? ordinals[0];
}
