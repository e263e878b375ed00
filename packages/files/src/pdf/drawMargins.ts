/** What stands around the words of a page: its number, header and footer, scene numbers and revision marks. */
import { cellsOf, type DrawnRow, type Element, type Profile, parseHeading, type Scene } from '@tramline/screenplay';
import { baseLine, type Colour, type PageRule, type PageText, plainStyle, textAt } from './pageText.ts';
import type { PdfOptions, PrintedRevision } from './pdfOptions.ts';
import type { PrintedPage } from './selectRows.ts';

/** Places in points. Source: Final Draft's files: number half an inch from the top; 0.75, 7.38 and 7.75 inches from the left. */
const [headTop, numberLeft, numberRight, revisionLeft] = [36, 54, 531.36, 558];
const edge = 14;

export interface Margins {
  readonly texts: readonly PageText[];
  readonly under: readonly PageRule[];
}

/** What margins are drawn from besides the page. `scenes` by the index of their heading. */
export interface MarginContext {
  readonly profile: Profile;
  readonly options: PdfOptions;
  readonly elements: readonly Element[];
  readonly scenes: ReadonlyMap<number, Scene>;
}

/** All margins of a page. The first page of a script has no number. */
export function drawMargins(page: PrintedPage, context: MarginContext): Margins {
  const { options, profile } = context;
  const revision = youngestRevision(page.rows, options.revisions);
  const header = [
    ...pageNumber(page, context),
    ...(options.header ? [textAt(profile.paper.left, headLine, options.header)] : []),
    ...footer(context),
  ];
  const rows = page.rows.flatMap((row) => [...sceneNumbers(row, context), ...revisionMark(row, context)]);
  const strip = revision ? revisionStrip(revision, context) : undefined;
  return { texts: [...header, ...(strip?.texts ?? []), ...rows], under: strip?.under ?? [] };
}

const headLine = headTop + 9.4;

/** Where the words of a page end: sixty cells of Courier, or the domestic page's sixty-eight of half its width. */
const rightEdge = ({ paper, width }: Profile) => paper.left + width.action * paper.cell;
const widthOf = (text: string, profile: Profile) => cellsOf(text, profile) * profile.paper.cell;

function pageNumber({ label, at }: PrintedPage, { profile, options }: MarginContext): PageText[] {
  if (options.pageNumbers === false || at === 0) return [];
  const text = `${label}.`;
  return [textAt(rightEdge(profile) - widthOf(text, profile), headLine, text)];
}

function footer({ profile, options }: MarginContext): PageText[] {
  if (!options.footer) return [];
  const { paper } = profile;
  const x = (paper.left + rightEdge(profile) - widthOf(options.footer, profile)) / 2;
  return [textAt(Math.max(edge, x), paper.height - 36, options.footer)];
}

/** The number of a scene beside the first row of its heading, unless the words of the heading say it. */
function sceneNumbers(row: DrawnRow, { profile, options, elements, scenes }: MarginContext): PageText[] {
  const side = options.sceneNumbers ?? 'none';
  const scene = row.index === undefined || row.from !== 0 ? undefined : scenes.get(row.index);
  if (side === 'none' || !scene || row.type !== 'heading') return [];
  const heading = elements[scene.from]!;
  const isTyped = heading.attrs.number === undefined && parseHeading(heading.text).number !== undefined;
  if (isTyped && !scene.isOmitted) return [];
  const y = baseLine(profile, row.line);
  const width = widthOf(scene.number, profile);
  const left = Math.max(edge, Math.min(numberLeft, profile.paper.left - profile.paper.cell - width));
  const right = Math.min(numberRight, profile.paper.width - edge - width);
  return [
    ...(side === 'right' ? [] : [textAt(left, y, scene.number)]),
    ...(side === 'left' ? [] : [textAt(right, y, scene.number)]),
  ];
}

/** The mark of the youngest set of which the row has words. */
function revisionMark(row: DrawnRow, { profile, options }: MarginContext): PageText[] {
  const revision = youngestRevision([row], options.revisions);
  if (!revision) return [];
  const x = Math.min(revisionLeft, profile.paper.width - edge - widthOf(revision.mark, profile));
  return [textAt(x, baseLine(profile, row.line), revision.mark)];
}

function youngestRevision(
  rows: readonly DrawnRow[],
  revisions: readonly PrintedRevision[] = [],
): PrintedRevision | undefined {
  if (revisions.length === 0) return undefined;
  const values = new Set(
    rows.flatMap(({ marks }) => marks.filter(({ type }) => type === 'revision').map(({ value }) => value)),
  );
  return revisions.findLast(({ value }) => values.has(value));
}

/** The name of the set on a strip of its colour, in the middle of the header. */
function revisionStrip({ name, colour }: PrintedRevision, { profile }: MarginContext): Margins {
  const width = widthOf(name, profile);
  const x = Math.max(edge, (profile.paper.left + rightEdge(profile) - width) / 2);
  const under = { x: x - 6, y: headTop - 2, width: width + 12, height: 16, colour: readColour(colour) };
  return { texts: [{ x, y: headLine, parts: [{ text: name, style: plainStyle }] }], under: [under] };
}

/** `#rrggbb`; anything else is white. */
export function readColour(colour: string): Colour {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!hex) return [1, 1, 1];
  const [red, green, blue] = hex.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  return [red!, green!, blue!];
}
