export { type ReadDocx, readDocx } from './docx/readDocx.ts';
export { type ZipCode, zipLimits } from './docx/readZip.ts';
export { type DocxOptions, writeDocx } from './docx/writeDocx.ts';
export {
  type Alternates,
  type ElementSetting,
  encodeXml,
  type FdxDocument,
  type FdxRefusal,
  type FdxViews,
  type LockedPage,
  type MoresAndContinueds,
  type PageLayout,
  type ReadFdx,
  type RevisionSet,
  readFdx,
  type SceneProperties,
  type ScriptNote,
  type SmartType,
  type TagCategory,
  type TagDefinition,
  writeFdx,
  type XmlEncoding,
} from './fdx/index.ts';
export type { ReadFont } from './pdf/fonts/fontFiles.ts';
export type {
  PdfOptions,
  PdfSelection,
  PrintedRevision,
  PrintedScript,
  Watermark,
  WrittenPdf,
} from './pdf/pdfOptions.ts';
export { writePdf } from './pdf/writePdf.ts';
export { type ReadText, readText } from './text/readText.ts';
export { type HtmlOptions, writeHtml } from './text/writeHtml.ts';
export { type TextOptions, writeText } from './text/writeText.ts';
