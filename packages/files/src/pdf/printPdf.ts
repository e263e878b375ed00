/** A script as sheets of paper: its rows, what stands around them, the title page before. */
import {
  cellsOf,
  chineseDomestic,
  englishWords,
  finalDraftLetter,
  type PageTable,
  type Profile,
  paginate,
  readScenes,
} from '@tramline/screenplay';
import { readBookmarks } from './bookmarks.ts';
import { drawMargins, type MarginContext } from './drawMargins.ts';
import { readInstalledFont } from './fonts/fontFiles.ts';
import { FontSet } from './fonts/fontSet.ts';
import { fontSize, type PageRule, type PageText, rowHighlights, rowLines, rowText, textAt } from './pageText.ts';
import { writeFile } from './pdfFile.ts';
import type { PdfOptions, PrintedScript, WrittenPdf } from './pdfOptions.ts';
import { drawPageContent, drawWatermark } from './pdfPage.ts';
import { type PrintedPage, selectRows } from './selectRows.ts';
import { titleRows } from './titleRows.ts';

/** What a page of the file shows. */
interface Sheet {
  readonly texts: readonly PageText[];
  readonly under: readonly PageRule[];
  readonly over: readonly PageRule[];
}

/** {@link writePdf}, with its libraries loaded. */
export async function printPdf(script: PrintedScript, options: PdfOptions): Promise<WrittenPdf> {
  const language = options.language ?? 'en';
  const profile = options.profile ?? (language.startsWith('zh') ? chineseDomestic : finalDraftLetter);
  const { elements } = script;
  const table: PageTable = paginate(elements, profile, options.locks);
  const pages = selectRows(table, elements, options.words ?? englishWords, options.selection);
  if (pages.length === 0) return { ok: false, code: 'emptySelection' };
  const scenes = new Map(readScenes(elements).map((scene) => [scene.from, scene]));
  const context: MarginContext = { profile, options, elements, scenes };
  const title = options.titlePage === false ? [] : titleRows(script.title, profile, language);
  const fonts = new FontSet({
    cell: profile.paper.cell,
    size: fontSize,
    ambiguousWide: profile.ambiguousWide,
    face: options.chineseFace ?? 'serif',
    language,
    readFont: options.readFont ?? readInstalledFont,
  });
  const watermark = await makeWatermark(options, profile, fonts);
  const contents: string[] = [];
  // Page by page, so that what a page is drawn from is gone before the next is made.
  for (const sheet of sheetsOf(pages, title, context)) {
    await fonts.load(sheet.texts.flatMap(({ parts }) => parts));
    contents.push(drawPageContent({ ...sheet, watermark }, fonts));
  }
  const outline = options.bookmarks === false ? [] : readBookmarks(pages, elements, scenes);
  const file = { contents, outline, fonts, before: contents.length - pages.length };
  const bytes = await writeFile(file, script.title, { ...options, language, profile });
  return { ok: true, bytes, pages: pages.map(({ label }) => label), missing: fonts.missing };
}

function sheetOf(page: PrintedPage, context: MarginContext): Sheet {
  const { profile, options } = context;
  const margins = drawMargins(page, context);
  const isBold = ({ type }: { type: string }) => options.boldHeadings === true && type === 'heading';
  return {
    texts: [...page.rows.map((row) => rowText(row, profile, isBold(row))), ...margins.texts],
    under: [...margins.under, ...page.rows.flatMap((row) => rowHighlights(row, profile))],
    over: page.rows.flatMap((row) => rowLines(row, profile)),
  };
}

function* sheetsOf(
  pages: readonly PrintedPage[],
  title: readonly PageText[],
  context: MarginContext,
): Generator<Sheet> {
  if (title.length > 0) yield { texts: title, under: [], over: [] };
  for (const page of pages) yield sheetOf(page, context);
}

async function makeWatermark({ watermark }: PdfOptions, profile: Profile, fonts: FontSet): Promise<string> {
  if (!watermark?.text.trim()) return '';
  const text = textAt(0, 0, watermark.text);
  await fonts.load(text.parts);
  return drawWatermark(text, cellsOf(watermark.text, profile), profile.paper, fonts);
}
