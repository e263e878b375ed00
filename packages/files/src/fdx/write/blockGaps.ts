/** What stands between paragraphs: white space, and whatever else a file has there. */
import { type Block, slotsOfBlock } from '../read/readBlocks.ts';
import type { XmlNode } from '../xml/readXml.ts';

/** The source before each block that goes out, and the source after the last one of each container. */
export interface BlockGaps {
  readonly before: ReadonlyMap<Block, string>;
  readonly after: ReadonlyMap<XmlNode, string>;
}

/**
 * The gaps of all blocks in `container`, and in what is inside them. A comment or a part of another kind stays when the
 * block behind it goes: it then stands before the next block. `isKept` tells the ids of the elements that go out.
 */
export function readGaps(
  source: string,
  container: XmlNode | undefined,
  blocks: readonly Block[],
  isKept: (id: string) => boolean,
): BlockGaps {
  const before = new Map<Block, string>();
  const after = new Map<XmlNode, string>();
  const visit = (parent: XmlNode, children: readonly Block[]) => {
    let at = parent.openTo;
    let carried = '';
    for (const block of children) {
      const gap = carried + source.slice(at, block.node.from);
      const slots = slotsOfBlock(block);
      const stays = slots.some(({ element }) => isKept(element.id));
      if (stays) before.set(block, gap);
      carried = stays ? '' : carry(gap, slots.length === 0 ? source.slice(block.node.from, block.node.to) : '');
      at = block.node.to;
      for (const inner of block.inners) visit(inner.node, inner.blocks);
    }
    after.set(parent, carried + source.slice(at, parent.closeFrom));
  };
  if (container) visit(container, blocks);
  return { before, after };
}

/** White space goes with its block; a wrapper that holds no element is a part of another kind. */
function carry(gap: string, wrapper: string): string {
  return wrapper !== '' ? gap + wrapper : gap.trimEnd();
}
