/** Script notes: in a paragraph (to version 12), or beside the script with places counted over all of it (version 13). */
import type { ScriptNote } from '../fdxDocument.ts';
import { childOf, childrenOf, type XmlNode } from '../xml/readXml.ts';
import { type Block, slotsOf } from './readBlocks.ts';
import { readColour, reader, readNumber } from './reader.ts';
import { readParagraphs } from './readScenes.ts';
import { type Place, ScriptPlaces } from './scriptPlaces.ts';

/** All script notes, those in paragraphs first. */
export function readScriptNotes(source: string, root: XmlNode, blocks: readonly Block[]): ScriptNote[] {
  const inside = slotsOf(blocks).flatMap((slot) =>
    [slot.node, ...(slot.card ? [slot.card] : [])].flatMap((paragraph) =>
      childrenOf(paragraph, 'ScriptNote').map((note) => readNote(source, note, (from, to) => ({ slot, from, to }))),
    ),
  );
  const places = new ScriptPlaces(source, blocks);
  const beside = childrenOf(childOf(root, 'ScriptNotes'), 'ScriptNote').map((note) =>
    readNote(source, note, (from, to) => places.find(from, to)),
  );
  return [...inside, ...beside].filter((note) => note !== undefined);
}

type FindPlace = (from: number, to: number) => Place | undefined;

/** A note without a range is on all words. Ranges may be written end first. */
function readNote(source: string, note: XmlNode, find: FindPlace): ScriptNote | undefined {
  const read = reader(source, note);
  const ends = read('Range').split(',').map(readNumber);
  const range = ends.filter((end) => end !== undefined).sort((a, b) => a - b);
  const place = find(range[0] ?? 0, range[1] ?? Number.POSITIVE_INFINITY);
  if (place === undefined) return undefined;
  const { id, text } = place.slot.element;
  const clamp = (offset: number) => Math.min(text.length, Math.max(0, offset));
  return {
    elementId: id,
    from: clamp(place.from),
    to: clamp(place.to),
    id: read('ID') || read('Id'),
    name: read('Name'),
    type: read('Type'),
    colour: readColour(read('Color')),
    author: read('Author') || read('WriterName'),
    date: read('DateTime') || read('DateModified'),
    text: readParagraphs(source, note),
  };
}
