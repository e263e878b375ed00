/** The file itself: pages, fonts, outline and properties as PDF objects. */
import type { Profile, TitleEntry } from '@tramline/screenplay';
import PDFDocument from 'pdfkit';
import type { Bookmark } from './bookmarks.ts';
import type { FontSet } from './fonts/fontSet.ts';
import type { PdfOptions } from './pdfOptions.ts';

/** What a file is made of. */
export interface FileParts {
  /** The operators of each page. */
  readonly contents: readonly string[];
  readonly outline: readonly Bookmark[];
  readonly fonts: FontSet;
  /** How many pages stand before the script's. */
  readonly before: number;
}
/** Options with their defaults. */
export type Settled = PdfOptions & { readonly language: string; readonly profile: Profile };

/** Writes the file. The same parts give the same bytes. */
export async function writeFile(
  parts: FileParts,
  title: readonly TitleEntry[],
  options: Settled,
): Promise<Uint8Array<ArrayBuffer>> {
  const { paper } = options.profile;
  const { contents, fonts, outline, before } = parts;
  const document = new PDFDocument({
    autoFirstPage: false,
    font: '',
    pdfVersion: '1.7',
    lang: options.language,
    displayTitle: true,
    bufferPages: true,
    info: infoOf(title, options),
  });
  const bytes = collect(document);
  for (const content of contents) {
    document.addPage({ size: [paper.width, paper.height], margin: 0 });
    // As bytes: the library turns strings into bytes one character at a time.
    document.addContent(Buffer.from(content, 'latin1'));
  }
  const embedded = Object.fromEntries(fonts.embed(document as never));
  for (let page = 0; page < contents.length; page++) {
    document.switchToPage(page);
    Object.assign(document.page.fonts, embedded);
  }
  addOutline(document.outline, outline, { before, profile: options.profile });
  document.end();
  return bytes;
}

/** File properties: title and author of the title page, and for whom this copy is. */
function infoOf(title: readonly TitleEntry[], { date, watermark }: Settled): PDFKit.DocumentInfo {
  const entryOf = (...keys: string[]) =>
    title
      .find(({ key }) => keys.includes(key.toLowerCase()))
      ?.value.replace(/\s+/g, ' ')
      .replace(/[*_]/g, '')
      .trim();
  const [name, author] = [entryOf('title'), entryOf('author', 'authors')];
  const recipient = watermark?.recipient ?? watermark?.text;
  return {
    Producer: 'Tramline',
    Creator: 'Tramline',
    CreationDate: date,
    ModDate: date,
    ...(name && { Title: name }),
    ...(author && { Author: author }),
    ...(recipient && { Subject: recipient, Recipient: recipient }),
  };
}

interface OutlinePlace {
  readonly before: number;
  readonly profile: Profile;
}

function addOutline(parent: PDFKit.PDFOutline, bookmarks: readonly Bookmark[], place: OutlinePlace): void {
  const { paper } = place.profile;
  for (const { title, page, line, children } of bookmarks) {
    const at = { pageNumber: page + place.before, top: paper.top + line * paper.line - 12, left: paper.width };
    const item = parent.addItem(title, { ...at, expanded: children.length > 0 } as { expanded?: boolean });
    addOutline(item, children, place);
  }
}

async function collect(document: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of document) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}
