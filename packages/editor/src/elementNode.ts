/** Between the elements of a script and nodes of the editor. */
import type { Node, Schema } from '@tiptap/pm/model';
import { elementRuns, readFormat } from '@tramline/collab';
import type { Attrs, Element, Mark, MarkType } from '@tramline/screenplay';
import { markTypes, noAttrs } from '@tramline/screenplay';
import { typingTypeOf } from './commands/typing.ts';
import { formatNameOf, KNOWN_ATTRS, markNameOf } from './schema.ts';

/** The node of an element. */
export function nodeOfElement(schema: Schema, element: Element): Node {
  const words = elementRuns(element).map(({ text, formats }) =>
    schema.text(
      text,
      Object.entries(formats).map(([format, value]) =>
        schema.marks[markNameOf(format)]!.create(typeof value === 'object' ? (value as Record<string, unknown>) : null),
      ),
    ),
  );
  return schema.nodes[element.type]!.create({ ...element.attrs, id: element.id }, words);
}

const MARK_TYPES: ReadonlySet<string> = new Set(markTypes);

/** The element that a node shows; an unknown type reads as general. */
export function elementOfNode(node: Node): Element {
  const marks: Mark[] = [];
  const isPlain = node.childCount === 0 || (node.childCount === 1 && node.firstChild!.marks.length === 0);
  if (isPlain)
    return { id: String(node.attrs.id ?? ''), type: typingTypeOf(node), text: node.textContent, attrs: attrsOf(node) };
  node.forEach((words, from) => {
    for (const mark of words.marks) {
      const type = formatNameOf(mark) as MarkType;
      const value = MARK_TYPES.has(type) ? readFormat(type, mark.attrs) : undefined;
      if (value === undefined) continue;
      const last = marks.findLast((other) => other.type === type);
      if (last && last.to === from && (last.value ?? '') === value)
        marks[marks.indexOf(last)] = { ...last, to: from + words.nodeSize };
      else marks.push({ type, ...(value ? { value } : {}), from, to: from + words.nodeSize });
    }
  });
  return {
    id: String(node.attrs.id ?? ''),
    type: typingTypeOf(node),
    text: node.textContent,
    ...(marks.length > 0 ? { marks } : {}),
    attrs: attrsOf(node),
  };
}

/** Most elements have none of them: those share one object. */
function attrsOf(node: Node): Attrs {
  if (KNOWN_ATTRS.every((name) => node.attrs[name] === null)) return noAttrs;
  return Object.fromEntries(
    KNOWN_ATTRS.filter((name) => node.attrs[name] !== null).map((name) => [name, node.attrs[name]]),
  );
}
