/** Places counted over the whole script, as script notes and locked pages name them. */
import { type Block, type Slot, slotsOfBlock } from './readBlocks.ts';
import { readWords } from './readScenes.ts';

/** A stretch of an element's words; the offsets may lie outside of them. */
export interface Place {
  readonly slot: Slot;
  readonly from: number;
  readonly to: number;
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

  /** The index of the block that holds a place; 0 where there are none. */
  indexAt(place: number): number {
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
