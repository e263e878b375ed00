/** Properties of paragraphs, runs and styles, element by element. */
import type { MarkType } from '@tramline/screenplay';
import type { DocxLooks } from './docxParagraph.ts';

type Attribute = (name: string) => string | undefined;
type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** A property that is on when it is there, unless its value says no. */
export function isOn(attribute: Attribute): boolean {
  return !['0', 'false', 'off', 'none'].includes(attribute('val') ?? '1');
}

const number = (value: string | undefined) => {
  const parsed = Number(value);
  return value !== undefined && Number.isFinite(parsed) ? parsed : undefined;
};

const aligns: Readonly<Record<string, 'left' | 'center' | 'right'>> = {
  left: 'left',
  start: 'left',
  both: 'left',
  distribute: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
};

/** Notes one property of a paragraph (a child of `pPr`, or of its `numPr`). Others are passed over. */
export function noteParagraphProperty(looks: Draft<DocxLooks>, name: string, attribute: Attribute): void {
  const value = attribute('val');
  if (name === 'pStyle' && value !== undefined) looks.styleId = value;
  else if (name === 'jc' && value !== undefined && aligns[value]) looks.align = aligns[value];
  else if (name === 'ind') noteIndent(looks, attribute);
  else if (name === 'spacing') setNumber(looks, 'before', attribute('before'));
  else if (name === 'numId' && value !== undefined) looks.numId = value;
  else if (name === 'ilvl') setNumber(looks, 'level', value);
  else if (name === 'pageBreakBefore') looks.startsNewPage = isOn(attribute);
}

function setNumber(looks: Draft<DocxLooks>, key: 'left' | 'firstLine' | 'before' | 'level', value: string | undefined) {
  const parsed = number(value);
  if (parsed !== undefined) looks[key] = parsed;
}

function noteIndent(looks: Draft<DocxLooks>, attribute: Attribute): void {
  setNumber(looks, 'left', attribute('left') ?? attribute('start'));
  setNumber(looks, 'firstLine', attribute('firstLine'));
  const hanging = number(attribute('hanging'));
  if (hanging !== undefined) looks.firstLine = -hanging;
}

/** What a run says of its words. */
export interface RunLooks {
  readonly style?: string;
  readonly isCaps?: boolean;
  readonly marks: ReadonlyMap<MarkType, boolean>;
}

const runMarks: Readonly<Record<string, MarkType>> = {
  b: 'bold',
  i: 'italic',
  u: 'underline',
  strike: 'strike',
  dstrike: 'strike',
  highlight: 'highlight',
  vanish: 'note',
};

/** Notes one property of a run (a child of `rPr`). */
export function noteRunProperty(
  looks: { style?: string; isCaps?: boolean; marks: Map<MarkType, boolean> },
  name: string,
  attribute: Attribute,
): void {
  const mark = runMarks[name];
  const value = attribute('val');
  if (mark) looks.marks.set(mark, isOn(attribute));
  else if (name === 'rStyle' && value !== undefined) looks.style = value;
  else if (name === 'caps') looks.isCaps = isOn(attribute);
}
