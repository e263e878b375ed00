/** Paragraphs of any Word file as lines for recognising. */
import type { Mark, ScriptLine } from '@tramline/screenplay';
import type { DocxLooks, DocxParagraph, DocxRun } from './docxParagraph.ts';
import type { NextLabel } from './readNumbering.ts';
import type { DocxStyle } from './readStyles.ts';

/** One line with the paragraph that it comes from, by index. */
export interface DocxLine {
  readonly line: ScriptLine;
  readonly paragraph: number;
}

/** Twips in a tenth of an inch, which is a cell, and in a line of 12 points. */
const cell = 144;
const lineHeight = 240;

/**
 * The lines of the paragraphs: one for each, but a page break inside parts it in two, the second of which starts a page.
 * Lists count on, so the paragraphs must be all of the document, in order.
 */
export function readDocxLines(
  paragraphs: readonly DocxParagraph[],
  styles: ReadonlyMap<string, DocxStyle>,
  nextLabel: NextLabel,
): DocxLine[] {
  const lines: DocxLine[] = [];
  let startsNewPage = false;
  paragraphs.forEach((paragraph, index) => {
    const hint = hintOf(paragraph, styles, nextLabel);
    const pieces = splitRuns(paragraph.runs).map(joined);
    pieces.forEach((piece, i) => {
      if (i > 0) startsNewPage = true;
      if (i > 0 && piece.text === '') return;
      const { number, ...rest } = hint;
      const isFirst = i === 0 || pieces[0]!.text === '';
      const own = isFirst && number !== undefined ? hint : rest;
      const hasPage = (startsNewPage || hint.startsNewPage === true) && piece.text.trim() !== '';
      const { startsNewPage: _own, ...plain } = own;
      lines.push({ paragraph: index, line: { ...plain, ...piece, ...(hasPage && { startsNewPage: true }) } });
      if (hasPage) startsNewPage = false;
    });
  });
  return lines;
}

/** Looks of a paragraph: its own before those of its style. */
export function looksOf({ looks }: DocxParagraph, styles: ReadonlyMap<string, DocxStyle>): DocxLooks {
  const style = looks.styleId === undefined ? undefined : styles.get(looks.styleId);
  return { ...style?.looks, ...looks };
}

function hintOf(
  paragraph: DocxParagraph,
  styles: ReadonlyMap<string, DocxStyle>,
  nextLabel: NextLabel,
): Omit<ScriptLine, 'text' | 'marks'> {
  const looks = looksOf(paragraph, styles);
  const style = looks.styleId === undefined ? undefined : (styles.get(looks.styleId)?.name ?? looks.styleId);
  const indent = Math.round(((looks.left ?? 0) + Math.min(0, looks.firstLine ?? 0)) / cell);
  const hasWords = paragraph.runs.some((run) => run.text.trim() !== '');
  const isListed = hasWords && looks.numId !== undefined && looks.numId !== '0';
  const number = isListed ? nextLabel(looks.numId!, looks.level ?? 0)?.trim() : undefined;
  const isBold =
    looks.isBold ?? (hasWords && paragraph.runs.every((r) => r.marks.includes('bold') || r.text.trim() === ''));
  const blankAbove = Math.floor((looks.before ?? 0) / lineHeight);
  return {
    ...(style !== undefined && style !== '' && { style }),
    ...(indent !== 0 && { indent: Math.max(0, Math.min(indent, 200)) }),
    ...(looks.align && looks.align !== 'left' && { align: looks.align }),
    ...(isBold && { isBold }),
    ...(looks.isCaps && { isCaps: true }),
    ...(blankAbove > 0 && { blankAbove: Math.min(blankAbove, 9) }),
    ...(number && { number }),
    ...(looks.startsNewPage && { startsNewPage: true }),
  };
}

/** Words of runs with their formats as marks; neighbours of one format are one mark. */
export function joinRuns(runs: readonly DocxRun[]): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  const open = new Map<string, number>();
  const parts: string[] = [];
  let at = 0;
  for (const run of runs) {
    for (const type of run.marks) {
      const i = open.get(type);
      if (i !== undefined && marks[i]!.to === at) marks[i] = { ...marks[i]!, to: at + run.text.length };
      else {
        open.set(type, marks.length);
        marks.push({ type, from: at, to: at + run.text.length });
      }
    }
    parts.push(run.text);
    at += run.text.length;
  }
  return { text: parts.join(''), marks };
}

/** Most breaks that a line keeps inside; a paragraph with more is a page of lines. */
const maxBreaks = 500;

/** The runs between page breaks, and between all breaks where there are very many. */
function splitRuns(runs: readonly DocxRun[]): DocxRun[][] {
  const breaks = runs.reduce((sum, run) => sum + (run.text.includes('\n') ? run.text.split('\n').length - 1 : 0), 0);
  const edge = breaks > maxBreaks ? /[\f\n]/ : /\f/;
  const pieces: DocxRun[][] = [[]];
  for (const run of runs) {
    run.text.split(edge).forEach((text, i) => {
      if (i > 0) pieces.push([]);
      if (text !== '') pieces.at(-1)!.push({ ...run, text });
    });
  }
  return pieces;
}

function joined(runs: readonly DocxRun[]): Pick<ScriptLine, 'text' | 'marks'> {
  const { text, marks } = joinRuns(runs);
  return marks.length > 0 ? { text, marks } : { text };
}
