/** Where the elements of a script stand in its file. */
import type { Element } from '@tramline/screenplay';
import type { Block, Slot } from '../read/readBlocks.ts';

/** An element to write and, if the file has it, where. */
export interface Item {
  readonly element: Element;
  readonly slot: Slot | undefined;
}

/** Types of elements that a scene ends before. */
export const beginsScene: ReadonlySet<string> = new Set(['heading', 'actStart', 'actEnd', 'section']);

/** Where a slot stands in the file: its index, and the count of scenes begun before it or with it. */
export interface SlotPlace {
  readonly index: number;
  readonly scene: number;
}

/** The places of slots that are given in the order of the file. */
export function readPlaces(slots: readonly Slot[]): ReadonlyMap<Slot, SlotPlace> {
  let scene = 0;
  return new Map(
    slots.map((slot, index) => [slot, { index, scene: beginsScene.has(slot.element.type) ? ++scene : scene }]),
  );
}

/** Whether an item is the slot's element in the same role: the same kind of paragraph on the same side. */
export function isSameRole({ element: then }: Slot, { element: now, slot }: Item): boolean {
  const { dual, omitted } = then.attrs;
  return slot?.element === then && then.type === now.type && dual === now.attrs.dual && !omitted === !now.attrs.omitted;
}

/** The blocks that hold each slot, the outermost first; slots in the order of the file. */
export function readOwners(blocks: readonly Block[]): ReadonlyMap<Slot, readonly Block[]> {
  const owners = new Map<Slot, Block[]>();
  const visit = (block: Block, above: Block[]) => {
    const path = [...above, block];
    if (block.slot) owners.set(block.slot, path);
    for (const inner of block.inners) for (const child of inner.blocks) visit(child, path);
  };
  for (const block of blocks) visit(block, []);
  return owners;
}
