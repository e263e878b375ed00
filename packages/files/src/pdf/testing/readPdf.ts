/** A PDF as a reader has it, read back with pdfjs, for tests. */
import { getDocument, type PDFPageProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

type TextItem = Extract<Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number], { str: string }>;

/** A stretch of text: `x` and `y` in points from the upper left corner, `y` the base line. */
export interface ReadText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly isSlanted: boolean;
}

export interface ReadPdf {
  readonly pages: readonly (readonly ReadText[])[];
  readonly outline: readonly ReadOutline[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly fonts: readonly string[];
}

/** `page` counts from 0, `y` from the top of the page. */
export interface ReadOutline {
  readonly title: string;
  readonly page: number;
  readonly y: number;
  readonly children: readonly ReadOutline[];
}

/** Everything that the tests ask of a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    fontExtraProperties: true,
  });
  const document = await task.promise;
  const pages: ReadText[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const height = page.view[3]!;
    const { items } = await page.getTextContent({ disableNormalization: true });
    pages.push(items.filter((item): item is TextItem => 'str' in item).map((item) => textOf(item, height)));
  }
  const outline = await readOutline(document, (await document.getOutline()) ?? []);
  const info = (await document.getMetadata()).info as Record<string, unknown>;
  const fonts = fontNames(bytes);
  await task.destroy();
  return { pages, outline, info, fonts };
}

function textOf({ str, transform }: TextItem, height: number): ReadText {
  const [, slope, , , x, y] = transform as number[];
  return { text: str, x: x!, y: height - y!, isSlanted: Math.abs(slope!) > 0.001 };
}

type Document = Awaited<ReturnType<typeof getDocument>['promise']>;
type Node = NonNullable<Awaited<ReturnType<Document['getOutline']>>>[number];

async function readOutline(document: Document, nodes: readonly Node[]): Promise<ReadOutline[]> {
  const read: ReadOutline[] = [];
  for (const { title, dest, items } of nodes) {
    const [ref, , , y] = dest as [{ num: number; gen: number }, unknown, number, number];
    const page = await document.getPageIndex(ref);
    const height = (await document.getPage(page + 1)).view[3]!;
    read.push({ title, page, y: height - y, children: await readOutline(document, items as Node[]) });
  }
  return read;
}

/** Names of the embedded fonts, without repetition. */
function fontNames(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('latin1');
  const descriptors = [...text.matchAll(/\/FontName \/(\S+)(?=[\s\S]{0,400}?\/FontFile2)/g)];
  return [...new Set(descriptors.map(([, name]) => name!))];
}

/** The upright texts of a page by base line, each line joined from left to right without spaces. */
export function linesOfPage(page: readonly ReadText[]): { y: number; x: number; text: string }[] {
  const lines = Map.groupBy(
    page.filter(({ text, isSlanted }) => text.trim() !== '' && !isSlanted),
    ({ y }) => Math.round(y * 10),
  );
  return [...lines.values()]
    .map((parts) => [...parts].sort((a, b) => a.x - b.x))
    .map((parts) => ({ y: parts[0]!.y, x: parts[0]!.x, text: bare(parts.map(({ text }) => text).join('')) }))
    .sort((a, b) => a.y - b.y);
}

/** Without white space. */
export const bare = (text: string) => text.replace(/\s/g, '');
