/** Copy and paste. Inside Tramline elements travel whole, with their ids; to and from other programs they are Fountain. */
import { Fragment, type Schema, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { readFountain, writeFountain } from '@tramline/screenplay';
import { elementOfNode, nodeOfElement } from './elementNode.ts';

/** Plain text as a slice: one line as words to go on with, more as elements read by the rules of Fountain. */
export function readPlainText(schema: Schema, text: string): Slice {
  const unified = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').toWellFormed();
  if (unified === '') return Slice.empty;
  if (!unified.includes('\n')) {
    return new Slice(Fragment.from(schema.nodes.action!.create(null, schema.text(unified))), 1, 1);
  }
  // A title page is not looked for: pasted words often begin with "Note:" or "To:".
  const { elements } = readFountain(`\n${unified}`);
  const nodes = elements.map((element) => nodeOfElement(schema, { ...element, id: '' }));
  return new Slice(Fragment.from(nodes), 0, 0);
}

/** A slice as plain text: the words of one element as they are, several elements as Fountain. */
export function writePlainText({ content, openStart, openEnd }: Slice): string {
  const elements = content.content.map(elementOfNode);
  if (elements.length === 1 && openStart > 0 && openEnd > 0) return elements[0]!.text;
  return writeFountain(elements, []);
}

/** The plugin that reads and writes the clipboard. Ids of what is pasted are renewed by the binding where they are taken. */
export function clipboardPlugin(schema: Schema): Plugin {
  return new Plugin({
    props: {
      clipboardTextParser: (text) => readPlainText(schema, text),
      clipboardTextSerializer: writePlainText,
    },
  });
}
