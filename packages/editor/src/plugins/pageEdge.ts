/** What is drawn where one page ends and the next begins: data from the page table, and the element that shows it. */
import { type Element, type PageTable, type PageWords, speakerOf, toCapitals, typedOffset } from '@tramline/screenplay';

/**
 * One page edge. Shape: it stands in the element of ordinal `ordinal`, before the unit at `offset` of its text; at the
 * element's end when `isBehind` (on the domestic page a number, a triangle or a name stands before the words). `freeLines` is how far the words of
 * the page that ends stay above its last line; under 0 when the blank lines above the next element reach below it.
 */
export interface PageEdge {
  /** The page that begins here, counted from 0. */
  readonly page: number;
  readonly ordinal: number;
  readonly offset: number;
  readonly isBehind: boolean;
  readonly freeLines: number;
  readonly more: string;
  readonly continuedBelow: string;
  readonly continuedAbove: string;
  readonly cue: string;
}

/** The edge before each page but the first, in order. */
export function pageEdges(table: PageTable, elements: readonly Element[], words: PageWords, from = 1): PageEdge[] {
  const edges: PageEdge[] = [];
  for (let at = Math.max(1, from); at < table.pages.length; at++) edges.push(edgeBefore(table, elements, at, words));
  return edges;
}

function edgeBefore(
  { pages, profile }: PageTable,
  elements: readonly Element[],
  at: number,
  words: PageWords,
): PageEdge {
  const page = pages[at]!;
  const before = pages[at - 1]!;
  const element = elements[page.index]!;
  const isBehind = page.offset === 0 && profile.runIn && isParagraph(elements[page.index - 1]);
  const blank = page.offset === 0 && !isBehind ? profile.blankBefore[element.type] : 0;
  const goesOn = page.continuation === 'speech' && profile.more;
  return {
    page: at,
    ordinal: isBehind ? page.index - 1 : page.index,
    offset: isBehind ? elements[page.index - 1]!.text.length : typedOffset(element, page.offset),
    isBehind,
    freeLines: profile.linesPerPage - before.lines - (goesOn ? 1 : 0) - (page.scene === undefined ? 0 : 2) - blank,
    more: goesOn ? words.more : '',
    continuedBelow: page.scene === undefined ? '' : words.continuedBelow,
    continuedAbove: page.scene === undefined ? '' : words.continuedAbove,
    cue: page.cue === undefined ? '' : repeatedCue(elements, page.index, page.cue, words),
  };
}

/** Whether an edge may stand at the end of an element: a name stands beside the words behind it, so there it may not. */
function isParagraph(element: Element | undefined): boolean {
  return element !== undefined && element.type !== 'character' && element.type !== 'parenthetical';
}

function repeatedCue(elements: readonly Element[], index: number, id: string, words: PageWords): string {
  for (let at = index; at >= 0; at--)
    if (elements[at]!.id === id) return `${toCapitals(speakerOf(elements[at]!))} ${words.contd}`;
  return '';
}

/** What an edge shows, apart from where it stands: edges of one key are drawn alike. */
export function edgeKey({ freeLines, more, continuedBelow, continuedAbove, cue, isBehind }: PageEdge): string {
  return [freeLines, more, continuedBelow, continuedAbove, cue, isBehind].join('\u0000');
}

/** A page's number as it is printed. */
export function pageNumber(label: string): string {
  return label && `${label}.`;
}

/** The element of an edge; `label` is what the page is called that begins there. */
export function edgeElement(edge: PageEdge, label: string): HTMLElement {
  const root = part(edge.isBehind ? 'page-edge behind' : 'page-edge');
  root.contentEditable = 'false';
  root.setAttribute('aria-hidden', 'true');
  root.style.setProperty('--free', String(edge.freeLines));
  const foot = part('page-foot');
  if (edge.more) foot.append(part('page-more', edge.more));
  foot.append(part('page-free'));
  if (edge.continuedBelow) foot.append(part('page-continued below', edge.continuedBelow));
  const head = part('page-head');
  head.append(part('pn', pageNumber(label)));
  if (edge.continuedAbove) head.append(part('page-continued above', edge.continuedAbove));
  if (edge.cue) head.append(part('page-cue', edge.cue));
  root.append(foot, part('page-gap'), head);
  return root;
}

function part(className: string, text = ''): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  if (text) element.textContent = text;
  return element;
}
