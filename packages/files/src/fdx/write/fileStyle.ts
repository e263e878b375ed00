/** How a file sets its XML, so that new parts look like their neighbours. */
import type { FdxDocument } from '../fdxDocument.ts';
import { slotsOf } from '../read/readBlocks.ts';
import { childOf } from '../xml/readXml.ts';

/** Line endings and indents of a file. `gap(depth)` stands before an element that deep inside `Content`, 0 for its children. */
export interface FileStyle {
  readonly newline: string;
  readonly gap: (depth: number) => string;
  /** What stands before a `Text` in a paragraph at `depth`, and before that paragraph's end tag. */
  readonly aroundText: (depth: number) => readonly [string, string];
}

/** The style of the first paragraphs of a file; that of Final Draft where it has none. */
export function readFileStyle({ source, layout }: Pick<FdxDocument, 'source' | 'layout'>): FileStyle {
  const newline = source.includes('\r\n') ? '\r\n' : '\n';
  const first = layout.blocks[0]?.node;
  const content = childOf(layout.root, 'Content');
  const isFlat = first !== undefined && !/\s/.test(source[first.from - 1] ?? '');
  const indent = first ? indentAt(source, first.from) : content ? `${indentAt(source, content.from)}  ` : '    ';
  const paragraph = slotsOf(layout.blocks).find(({ node }) => childOf(node, 'Text'))?.node;
  const text = childOf(paragraph, 'Text');
  const isInline = isFlat || (text !== undefined && paragraph!.openTo === text.from);
  const unit = indent.includes('\t') ? '\t' : unitOf(source, paragraph?.from, text?.from);
  const gap = (depth: number) => (isFlat ? '' : newline + indent + unit.repeat(depth));
  return { newline, gap, aroundText: (depth) => (isInline ? ['', ''] : [gap(depth + 1), gap(depth)]) };
}

/** The white space at the start of the line that `at` is in. */
function indentAt(source: string, at: number): string {
  return /(?:^|[\r\n])([ \t]*)$/.exec(source.slice(Math.max(0, at - 80), at))?.[1] ?? '';
}

function unitOf(source: string, outer: number | undefined, inner: number | undefined): string {
  if (outer === undefined || inner === undefined) return '  ';
  const deeper = indentAt(source, inner).slice(indentAt(source, outer).length);
  return /^ {1,8}$/.test(deeper) ? deeper : '  ';
}
