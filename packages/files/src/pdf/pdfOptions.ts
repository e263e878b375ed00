/** What a PDF of a script may be asked for. */
import type { Element, PageLock, PageWords, Profile, TitleEntry } from '@tramline/screenplay';
import type { ChineseFace } from './fonts/fontFamily.ts';
import type { ReadFont } from './fonts/fontFiles.ts';

/** A script to print. A read file of any format has this shape. */
export interface PrintedScript {
  readonly title: readonly TitleEntry[];
  readonly elements: readonly Element[];
}

/**
 * A revision set, the youngest last in its list. `value` is that of the revision marks in the script; `name` stands in the
 * header of pages with such words, on a strip of `colour` (`#rrggbb`, the colour of the paper it would be printed on);
 * `mark` in the right margin beside each row that has some.
 */
export interface PrintedRevision {
  readonly value: string;
  readonly name: string;
  readonly colour: string;
  readonly mark: string;
}

/** For whom this copy is: `text` lies across every page, `recipient` stands in the file's properties. */
export interface Watermark {
  readonly text: string;
  readonly recipient?: string;
}

/** The scenes of given headings, or those in which a character speaks ("sides"). */
export type PdfSelection = { readonly scenes: readonly string[] } | { readonly character: string };

/**
 * `date` is that of creation: the same script, options and date give the same bytes. `language` (`en`, `zh-CN`, …) names
 * the language of the words. `readFont` reads the files of the font packages where they are not installed beside this one.
 */
export interface PdfOptions {
  readonly date: Date;
  readonly profile?: Profile;
  readonly locks?: readonly PageLock[];
  readonly words?: PageWords;
  readonly language?: string;
  readonly chineseFace?: ChineseFace;
  readonly titlePage?: boolean;
  readonly sceneNumbers?: 'none' | 'left' | 'right' | 'both';
  readonly pageNumbers?: boolean;
  readonly boldHeadings?: boolean;
  readonly revisions?: readonly PrintedRevision[];
  readonly header?: string;
  readonly footer?: string;
  readonly watermark?: Watermark;
  readonly bookmarks?: boolean;
  readonly selection?: PdfSelection;
  readonly readFont?: ReadFont;
}

/**
 * `pages` are the labels of the script's pages in the file, the title page not among them. `missing` lists characters that
 * no font has; each is drawn as a box with its code point. `emptySelection`: no scene of the script is selected.
 */
export type WrittenPdf =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly pages: readonly string[];
      readonly missing: readonly string[];
    }
  | { readonly ok: false; readonly code: 'emptySelection' };
