/** A script as sheets of paper: its rows, what stands around them, the title page before. */
import {
  cellsOf,
  chineseDomestic,
  englishWords,
  finalDraftLetter,
  type PageTable,
  paginate,
  readScenes,
} from '@tramline/screenplay';
import { readBookmarks } from './bookmarks.ts';
import { drawMargins, type MarginContext } from './drawMargins.ts';
import { readInstalledFont } from './fonts/fontFiles.ts';
import { FontSet, type StyledText } from './fonts/fontSet.ts';
import { fontSize, type PageText, rowHighlights, rowLines, rowText, textAt } from './pageText.ts';
import { type Sheet, writeFile } from './pdfFile.ts';
import type { PdfOptions, PrintedScript, WrittenPdf } from './pdfOptions.ts';
import { drawWatermark } from './pdfPage.ts';
import { type PrintedPage, selectRows } from './selectRows.ts';
import { titleRows } from './titleRows.ts';

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
  const sheets = pages.map((page) => sheetOf(page, context));
  if (title.length > 0) sheets.unshift({ texts: title, under: [], over: [] });
  const fonts = new FontSet({
    cell: profile.paper.cell,
    size: fontSize,
    ambiguousWide: profile.ambiguousWide,
    face: options.chineseFace ?? 'serif',
    language,
    readFont: options.readFont ?? readInstalledFont,
  });
  const marked = options.watermark?.text.trim() ? textAt(0, 0, options.watermark.text) : undefined;
  await fonts.load(textsOf(sheets, marked));
  const cells = marked ? cellsOf(marked.parts[0]!.text, profile) : 0;
  const watermark = marked ? drawWatermark(marked, cells, profile.paper, fonts) : '';
  const outline = options.bookmarks === false ? [] : readBookmarks(pages, elements, scenes);
  const file = { sheets, watermark, outline, fonts, before: title.length > 0 ? 1 : 0 };
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

function* textsOf(sheets: readonly Sheet[], watermark: PageText | undefined): Generator<StyledText> {
  for (const { texts } of sheets) for (const { parts } of texts) yield* parts;
  if (watermark) yield* watermark.parts;
}
