/** Revision sets for the revisions that words are marked with. */
import type { Element } from '@tramline/screenplay';
import type { FdxDocument } from '../fdxDocument.ts';
import type { SourceEdit } from '../xml/charData.ts';
import { childOf, isSelfClosing } from '../xml/readXml.ts';
import { changeStartTag } from '../xml/startTag.ts';
import { gapBefore } from './changeRuns.ts';

/** Names, colours and page colours of the sets in the order in which the trade issues them. */
const rows = [
  ['Blue', '#00000000FFFF', '#C6C6EDEDFEFE'],
  ['Pink', '#FFFF0000FFFF', '#FDFDCCCCD4D4'],
  ['Yellow', '#A0A0A0A00000', '#FDFDFFFFABAB'],
  ['Green', '#000080800000', '#D1D1FEFED0D0'],
  ['Goldenrod', '#CCCC7F7F3232', '#FAFACDCD3939'],
  ['Buff', '#8E8E6B6B2323', '#FCFCEDED9D9D'],
  ['Salmon', '#A7A742424242', '#F8F8AEAE8E8E'],
  ['Cherry', '#D5D523236B6B', '#FBFBA4A4B4B4'],
  ['Tan', '#DBDB93937070', '#FDFDF1F1C7C7'],
] as const;

/** Sets above this are not announced; their marks stand in the words all the same. */
const mostSets = 99;

/** The `Revision` of a set, counted from 1; after the usual nine the same colours in a second and further round. */
export function writeRevisionSet(id: number): string {
  const [name, Color, PageColor] = rows[(id - 1) % rows.length]!;
  const round = Math.floor((id - 1) / rows.length) + 1;
  const Name = round === 1 ? name : `${name} (${round})`;
  return changeStartTag('<Revision/>', {
    Color,
    FullRevision: 'No',
    ID: String(id),
    Mark: '*',
    Name,
    PageColor,
    Style: '',
  });
}

/** The sets of a new document: the usual nine and all up to the last that words are marked with. */
export function setsUpTo(elements: readonly Element[]): number[] {
  const highest = [...usedSets(elements)].reduce((a, b) => Math.max(a, b), rows.length);
  return Array.from({ length: highest }, (_, i) => i + 1);
}

function usedSets(elements: readonly Element[]): Set<number> {
  const marks = elements.flatMap(({ marks = [] }) => marks.filter(({ type }) => type === 'revision'));
  const ids = marks.map(({ value }) => Number(value));
  return new Set(ids.filter((id) => Number.isInteger(id) && id > 0 && id <= mostSets));
}

/** The edits that add sets to a file that has some, for revisions that neither its sets nor its words knew. */
export function revisionEdits({ source, layout, ...origin }: FdxDocument, elements: readonly Element[]): SourceEdit[] {
  const known = usedSets(origin.elements);
  const ids = new Set(origin.revisionSets.map(({ id }) => Number(id)));
  const added = [...usedSets(elements)].filter((id) => !known.has(id) && !ids.has(id)).sort((a, b) => a - b);
  const last = childOf(layout.root, 'Revisions')?.children.findLast(({ name }) => name === 'Revision');
  if (added.length === 0 || last === undefined) return [];
  const gap = isSelfClosing(last) ? gapBefore(source, last) : '';
  return [{ from: last.to, to: last.to, text: added.map((id) => gap + writeRevisionSet(id)).join('') }];
}
