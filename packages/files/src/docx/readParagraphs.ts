/** The paragraphs of a Word part in order, with every word that a reader would see. Rules: SPEC.md DX. */
import type { MarkType } from '@tramline/screenplay';
import type { DocxLooks, DocxNoteRef, DocxParagraph, DocxRun } from './docxParagraph.ts';
import { noteParagraphProperty, noteRunProperty } from './readLooks.ts';
import type { DocxStyle } from './readStyles.ts';
import { readXml, TooMuch, type XmlListener } from './readXml.ts';

/** Most paragraphs and breaks of one file: ten feature films. */
const maxLines = 60_000;

/** The paragraphs, or why there are none. */
export type ReadParagraphs =
  | { readonly ok: true; readonly paragraphs: readonly DocxParagraph[] }
  | { readonly ok: false; readonly code: 'file.broken' | 'file.tooBigInside' };

/**
 * Reads the body of a document, or notes, or a header. Text boxes come before the paragraph that holds them; tables row by
 * row. Deleted and moved-away words are left out, inserted ones kept; soft hyphens go.
 */
export function readParagraphs(part: Uint8Array, styles: ReadonlyMap<string, DocxStyle>): ReadParagraphs {
  const reader = new ParagraphReader(styles);
  const code = readXml(part, reader);
  reader.finish();
  return code === undefined ? { ok: true, paragraphs: reader.paragraphs } : { ok: false, code };
}

interface Open {
  runs: DocxRun[];
  looks: { -readonly [K in keyof DocxLooks]: DocxLooks[K] };
  noteRefs: DocxNoteRef[];
  run: { style?: string; isCaps?: boolean; marks: Map<MarkType, boolean> };
  isSectionEnd: boolean;
  isMarkDeleted: boolean;
}

const newRun = (): Open['run'] => ({ marks: new Map() });
const noteKinds = { footnote: 'footnote', endnote: 'endnote', comment: 'comment' } as const;

/** What is left out with everything in it. `del` inside `rPr` says that a paragraph's end was deleted, and holds nothing. */
const leftOut = new Set([
  'del',
  'moveFrom',
  'rPrChange',
  'pPrChange',
  'sectPrChange',
  'tblPrChange',
  'rt',
  'instrText',
]);

class ParagraphReader implements XmlListener {
  readonly paragraphs: DocxParagraph[] = [];
  private readonly styles: ReadonlyMap<string, DocxStyle>;
  private readonly path: string[] = [];
  private readonly stack: Open[] = [];
  private readonly alternates: boolean[] = [];
  private readonly cells: { table: number; cell: number }[] = [];
  private tables = 0;
  private lines = 0;
  private skipTo = -1;
  private note: DocxNoteRef | undefined;
  private carried: Open | undefined;

  constructor(styles: ReadonlyMap<string, DocxStyle>) {
    this.styles = styles;
  }

  private get paragraph(): Open | undefined {
    return this.stack.at(-1);
  }

  open(name: string, attribute: (name: string) => string | undefined): void {
    const parent = this.path.at(-1);
    this.path.push(name);
    if (this.skipTo >= 0) return;
    if (this.isLeftOut(name, parent)) {
      this.skipTo = this.path.length;
      return;
    }
    const kind = noteKinds[name as keyof typeof noteKinds];
    if (kind) this.note = { kind, id: attribute('id') ?? '' };
    if (name === 'p') this.openParagraph();
    else if (name === 'tbl') this.cells.push({ table: this.tables++, cell: -1 });
    else if (name === 'tr' && this.cells.length > 0) this.cells.at(-1)!.cell = -1;
    else if (name === 'tc' && this.cells.length > 0) this.cells.at(-1)!.cell++;
    else if (this.paragraph) this.openInside(this.paragraph, name, parent, attribute);
  }

  close(name: string): void {
    if (this.skipTo === this.path.length) this.skipTo = -1;
    this.path.pop();
    if (this.skipTo >= 0) return;
    if (name === 'p') this.closeParagraph();
    else if (name === 'tbl') this.cells.pop();
    else if (name === 'AlternateContent') this.alternates.pop();
    else if (name in noteKinds) this.note = undefined;
  }

  text(words: string): void {
    if (this.skipTo < 0 && this.path.at(-1) === 't' && this.paragraph) this.addWords(this.paragraph, words);
  }

  /** Of alternatives for newer and older programs one is read. */
  private isLeftOut(name: string, parent: string | undefined): boolean {
    if (name === 'AlternateContent') this.alternates.push(false);
    if (name === 'Choice' && this.alternates.length > 0) {
      if (this.alternates.at(-1)) return true;
      this.alternates[this.alternates.length - 1] = true;
    }
    if (name === 'Fallback') return this.alternates.at(-1) === true;
    if (name === 'del' && parent === 'rPr') {
      if (this.path.at(-3) === 'pPr' && this.paragraph) this.paragraph.isMarkDeleted = true;
      return true;
    }
    return leftOut.has(name);
  }

  private openParagraph(): void {
    this.countLine();
    const fresh: Open = { runs: [], looks: {}, noteRefs: [], run: newRun(), isSectionEnd: false, isMarkDeleted: false };
    const carried = this.carried;
    this.carried = undefined;
    this.stack.push(carried ? { ...carried, run: newRun(), isMarkDeleted: false } : fresh);
  }

  private countLine(): void {
    if (++this.lines > maxLines) throw new TooMuch();
  }

  private openInside(
    open: Open,
    name: string,
    parent: string | undefined,
    attribute: (name: string) => string | undefined,
  ) {
    if (name === 'r') open.run = newRun();
    else if (name === 'sectPr') open.isSectionEnd = true;
    else if (parent === 'pPr' || parent === 'numPr') noteParagraphProperty(open.looks, name, attribute);
    else if (parent === 'rPr' && this.path.at(-3) === 'r') noteRunProperty(open.run, name, attribute);
    else if (parent === 'r') this.openInRun(open, name, attribute);
  }

  private openInRun(open: Open, name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'tab' || name === 'ptab') this.addWords(open, '\t');
    else if (name === 'br') this.addBreak(open, attribute('type') === 'page' ? '\f' : '\n');
    else if (name === 'cr') this.addBreak(open, '\n');
    else if (name === 'noBreakHyphen') this.addWords(open, '-');
    else if (name === 'sym') this.addWords(open, symbol(attribute('char')));
    else if (/^(?:footnote|endnote|comment)Reference$/.test(name)) {
      const kind = name.slice(0, -'Reference'.length) as DocxNoteRef['kind'];
      open.noteRefs.push({ kind, id: attribute('id') ?? '' });
    }
  }

  private addBreak(open: Open, text: string): void {
    this.countLine();
    this.addWords(open, text);
  }

  private addWords(open: Open, text: string): void {
    const { style, marks } = open.run;
    const inherited = style === undefined ? undefined : this.styles.get(style)?.marks;
    const types = onlyOn(inherited, marks);
    const clean = text.replaceAll('\u00ad', '');
    if (clean !== '') open.runs.push({ text: clean, marks: types, style });
    if (open.run.isCaps) open.looks.isCaps = true;
  }

  private closeParagraph(): void {
    const open = this.stack.pop();
    if (open === undefined) return;
    if (open.isMarkDeleted) {
      this.carried = open;
      return;
    }
    this.push(open);
  }

  private push(open: Open): void {
    const { runs, looks, noteRefs, isSectionEnd } = open;
    const place = this.cells.at(-1);
    this.paragraphs.push({
      runs,
      looks,
      noteRefs,
      isSectionEnd,
      note: this.note,
      cell: place?.cell,
      table: place?.table,
    });
  }

  /** A last paragraph whose end was deleted has none to go on in. */
  finish(): void {
    if (this.carried) this.push(this.carried);
    this.carried = undefined;
  }
}

function symbol(code: string | undefined): string {
  const point = Number.parseInt(code ?? '', 16);
  return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : '';
}

const noMarks: readonly MarkType[] = [];

function onlyOn(inherited: ReadonlyMap<MarkType, boolean> | undefined, own: ReadonlyMap<MarkType, boolean>) {
  if (own.size === 0 && !inherited?.size) return noMarks;
  return [...new Map([...(inherited ?? []), ...own])].flatMap(([type, isOn]) => (isOn ? [type] : []));
}
