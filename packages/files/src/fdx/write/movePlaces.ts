/** Places counted over the whole script go along with their words: those of script notes and of locked pages. */
import type { Element } from '@tramline/screenplay';
import type { FdxDocument } from '../fdxDocument.ts';
import { type Block, type Slot, slotsOf, slotsOfBlock } from '../read/readBlocks.ts';
import { ScriptPlaces } from '../read/scriptPlaces.ts';
import type { SourceEdit } from '../xml/charData.ts';
import { childOf, childrenOf, type XmlNode } from '../xml/readXml.ts';
import { changeStartTag, readAttributes } from '../xml/startTag.ts';
import { alignText } from './alignText.ts';

/** The elements that count places in a file; there is nothing to do without them. */
function countedNodes({ layout }: FdxDocument): XmlNode[] {
  const notes = childrenOf(childOf(layout.root, 'ScriptNotes'), 'ScriptNote');
  return [...notes, ...childrenOf(childOf(layout.root, 'LockedPages'), 'LockedPage')];
}

/** Whether a file counts places over its script. */
export const hasPlaces = (document: FdxDocument) => countedNodes(document).length > 0;

/**
 * The edits in the new file `now`, whose elements are `elements` in this order, that let its places name the words that they
 * named in `origin`. A place in words that are gone is where the next words begin; places behind the script stay.
 */
export function placeEdits(origin: FdxDocument, now: FdxDocument, elements: readonly Element[]): SourceEdit[] {
  const map = new PlaceMap(origin, now, elements);
  return countedNodes(now).flatMap((node) => {
    const attributes = readAttributes(now.source, node);
    const position = attributes.get('Position');
    const range = attributes.get('Range');
    const changes = {
      ...(isCount(position) ? { Position: String(map.start(Number(position))) } : {}),
      ...(range?.split(',').every(isCount) ? { Range: moveRange(map, range) } : {}),
    };
    const tag = now.source.slice(node.from, node.openTo);
    const text = changeStartTag(tag, changes);
    return text === tag ? [] : [{ from: node.from, to: node.openTo, text }];
  });
}

const isCount = (text: string | undefined) => /^\s*\d{1,12}\s*$/.test(text ?? '');

/** A range may be written end first, and stays so. */
function moveRange(map: PlaceMap, range: string): string {
  const ends = range.split(',').map(Number);
  if (ends.length !== 2) return range;
  const [first, second] = ends as [number, number];
  const [low, high] = [Math.min(first, second), Math.max(first, second)];
  const from = map.start(low);
  const to = low === high ? from : Math.max(from, map.end(high));
  const moved = first <= second ? [from, to] : [to, from];
  return moved[0] === first && moved[1] === second ? range : moved.join(',');
}

/** For each unit of an element's old words: where the first old word from there on begins now, and where the last up to it ends. */
interface WordMoves {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

class PlaceMap {
  private readonly before: ScriptPlaces;
  private readonly after: ScriptPlaces;
  /** The first slot of each old block. */
  private readonly slots: readonly (Slot | undefined)[];
  /** Whether that slot is the block's own. */
  private readonly isOwn: readonly boolean[];
  /** For each old block, where the first of it and those behind it that are left begins now. */
  private readonly nextStarts: readonly number[];
  private readonly newSlots: ReadonlyMap<string, Slot>;
  private readonly newStarts = new Map<Slot, number>();
  private readonly moves = new Map<Slot, WordMoves>();

  constructor(origin: FdxDocument, now: FdxDocument, elements: readonly Element[]) {
    const { blocks } = origin.layout;
    this.before = new ScriptPlaces(origin.source, blocks);
    this.after = new ScriptPlaces(now.source, now.layout.blocks);
    const slots = slotsOf(now.layout.blocks);
    this.newSlots = new Map(elements.map(({ id }, i) => [id, slots[i]!]));
    now.layout.blocks.forEach((block, i) => {
      for (const slot of slotsOfBlock(block)) this.newStarts.set(slot, this.after.starts[i]!);
    });
    this.slots = blocks.map((block) => slotsOfBlock(block)[0]);
    this.isOwn = blocks.map((block) => block.slot !== undefined);
    this.nextStarts = this.findNextStarts(blocks);
  }

  private findNextStarts(blocks: readonly Block[]): number[] {
    let next = this.after.end;
    return blocks
      .toReversed()
      .map((block) => {
        const left = slotsOfBlock(block).find(({ element }) => this.newSlots.has(element.id));
        if (left) next = this.newStarts.get(this.newSlots.get(left.element.id)!)!;
        return next;
      })
      .reverse();
  }

  /** Where the word that begins at a place begins now. */
  start(place: number): number {
    return this.move(place, ({ starts }, offset) => starts[offset]!, 0);
  }

  /** Where the word that ends at a place ends now. */
  end(place: number): number {
    return this.move(place - 1, ({ ends }, offset) => ends[offset]!, 1);
  }

  /** `after`: how much behind the place the answer lies where its words are whole. */
  private move(place: number, find: (moves: WordMoves, offset: number) => number, after: 0 | 1): number {
    if (place >= this.before.end) return place + after;
    const at = this.before.indexAt(place);
    const slot = this.slots[at];
    const now = slot && this.newSlots.get(slot.element.id);
    if (slot === undefined || now === undefined) return this.nextStarts[at] ?? place + after;
    const offset = place - this.before.starts[at]!;
    const start = this.newStarts.get(now)!;
    if (!this.isOwn[at]) return start + Math.min(offset, 2) + after;
    const { length } = slot.element.text;
    if (offset >= length) return start + now.element.text.length + offset - length + after;
    return start + find(this.movesOf(slot, now), offset);
  }

  private movesOf(then: Slot, now: Slot): WordMoves {
    const known = this.moves.get(then) ?? readMoves(then.element.text, now.element.text);
    this.moves.set(then, known);
    return known;
  }
}

function readMoves(then: string, now: string): WordMoves {
  const starts = new Int32Array(then.length).fill(-1);
  alignText(then, now).forEach((old, i) => {
    if (old >= 0) starts[old] = i;
  });
  const ends = starts.map((at) => at + 1);
  for (let i = 1; i < ends.length; i++) if (starts[i]! < 0) ends[i] = ends[i - 1]!;
  let next = now.length;
  for (let i = starts.length - 1; i >= 0; i--) {
    if (starts[i]! < 0) starts[i] = next;
    next = starts[i]!;
  }
  return { starts, ends };
}
