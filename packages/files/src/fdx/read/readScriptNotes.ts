/** Script notes: in a paragraph (to version 12), or beside the script with places counted over all of it (version 13). */
import type { ScriptNote } from '../fdxDocument.ts';
import { childOf, childrenOf, type XmlNode } from '../xml/readXml.ts';
import { type Block, type Slot, slotsOf, slotsOfBlock } from './readBlocks.ts';
import { readParagraphs, readWords } from './readScenes.ts';
import { readColour, reader, readNumber } from './readViews.ts';

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

interface Place {
  readonly slot: Slot;
  readonly from: number;
  readonly to: number;
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

/**
 * Where each block begins when all characters of the script are counted as Final Draft counts them: a block is its own
 * words and one for its end; a dual dialogue or an omitted scene in it is two, whatever it holds.
 */
export class ScriptPlaces {
  readonly starts: readonly number[];
  readonly end: number;
  private readonly blocks: readonly Block[];

  constructor(source: string, blocks: readonly Block[]) {
    const starts: number[] = [];
    let at = 0;
    for (const block of blocks) {
      starts.push(at);
      const words = block.slot?.element.text ?? (block.node.name === 'Paragraph' ? readWords(source, block.node) : '');
      at += words.length + 2 * block.inners.length + 1;
    }
    this.starts = starts;
    this.end = at;
    this.blocks = blocks;
  }

  /** The element that a range begins in; the last one where it lies behind the script's end. */
  find(from: number, to: number): Place | undefined {
    const at = this.indexAt(from);
    const block = this.blocks[at];
    const slot = block && slotsOfBlock(block)[0];
    if (slot === undefined) return undefined;
    const start = this.starts[at]!;
    const isWhole = block!.slot !== undefined;
    return { slot, from: isWhole ? from - start : 0, to: isWhole ? to - start : 0 };
  }

  /** The block that holds a place. */
  private indexAt(place: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= place) low = middle;
      else high = middle;
    }
    return low;
  }
}
