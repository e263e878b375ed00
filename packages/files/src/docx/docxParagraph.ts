/** A paragraph of a Word file as it was read. Lengths in twips (1,440 to the inch). */
import type { MarkType } from '@tramline/screenplay';

/** Words with one set of formats. `\f` in the text is a page break, `\n` a line break. `style` is a character style's id. */
export interface DocxRun {
  readonly text: string;
  readonly marks: readonly MarkType[];
  readonly style: string | undefined;
}

/** What a paragraph, or a style, says of its looks; absent where it says nothing. */
export interface DocxLooks {
  readonly styleId?: string;
  readonly left?: number;
  readonly firstLine?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly before?: number;
  readonly isBold?: boolean;
  readonly isCaps?: boolean;
  readonly numId?: string;
  readonly level?: number;
  readonly startsNewPage?: boolean;
}

/** A footnote, an endnote or a comment that a paragraph refers to. */
export interface DocxNoteRef {
  readonly kind: 'footnote' | 'endnote' | 'comment';
  readonly id: string;
}

/**
 * One paragraph. `cell` is the column, from 0, of the innermost table cell that it stands in, `table` counts tables;
 * `note` names the note that it belongs to.
 */
export interface DocxParagraph {
  readonly runs: readonly DocxRun[];
  readonly looks: DocxLooks;
  readonly cell: number | undefined;
  readonly table: number | undefined;
  readonly noteRefs: readonly DocxNoteRef[];
  readonly note: DocxNoteRef | undefined;
  readonly isSectionEnd: boolean;
}
