/** The elements of a document as the layout reads them, and what a change of the document did to them. */
import type { Node } from '@tiptap/pm/model';
import type { Element, ElementChange } from '@tramline/screenplay';
import { elementOfNode } from '../elementNode.ts';

const elements = new WeakMap<Node, Element>();

/** The element that a node shows; the same node gives the same object, so that its lines are measured once. */
export function keptElement(node: Node): Element {
  let element = elements.get(node);
  if (!element) {
    element = elementOfNode(node);
    elements.set(node, element);
  }
  return element;
}

/** All elements of a document. */
export function elementsOf(doc: Node): Element[] {
  return doc.content.content.map(keptElement);
}

/** The elements that changed from one document to another; undefined when none did. Nodes compare by identity. */
export function changeBetweenDocs(before: Node, after: Node): ElementChange | undefined {
  const [old, now] = [before.content.content, after.content.content];
  const shorter = Math.min(old.length, now.length);
  let from = 0;
  while (from < shorter && old[from] === now[from]) from++;
  if (from === old.length && from === now.length) return undefined;
  let same = 0;
  while (same < shorter - from && old[old.length - 1 - same] === now[now.length - 1 - same]) same++;
  return { from, removed: old.length - same - from, inserted: now.length - same - from };
}

/** The list after a change, elements that did not change being the same objects. */
export function changedElements(before: readonly Element[], doc: Node, change: ElementChange): Element[] {
  const made = doc.content.content.slice(change.from, change.from + change.inserted).map(keptElement);
  return before.toSpliced(change.from, change.removed, ...made);
}
