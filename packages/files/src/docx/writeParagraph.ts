/** Paragraphs of a laid-out script as those of the Word library. */
import type { MarkType, TitleEntry } from '@tramline/screenplay';
import {
  BorderStyle,
  type FileChild,
  HighlightColor,
  type IRunOptions,
  PageBreak,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  UnderlineType,
  WidthType,
} from 'docx';
import type { ScriptBlock, ScriptParagraph, ScriptRun } from '../text/scriptBlock.ts';
import type { TitleLine } from '../text/writeDomestic.ts';
import {
  boneyardStyle,
  elementStyles,
  omittedStyle,
  runStyles,
  sectionStyle,
  titleEntryStyle,
  titleStyles,
} from './docxStyles.ts';
import type { StyleChoice } from './styleOptions.ts';

/** A paragraph, or a table of two cells without lines for a dual dialogue. */
export function childrenOf(block: ScriptBlock, style: StyleChoice): FileChild[] {
  if (block.kind === 'paragraph') return [paragraphOf(block.paragraph, style)];
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const cell = (half: readonly ScriptParagraph[]) =>
    new TableCell({
      width: { size: 50, type: WidthType.PERCENTAGE },
      children: half.map((p) => paragraphOf(p, style, true)),
    });
  const row = new TableRow({ cantSplit: true, children: [cell(block.left), cell(block.right)] });
  const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
  return [new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders, rows: [row] })];
}

function paragraphOf(paragraph: ScriptParagraph, { profile, layout }: StyleChoice, isHalf = false): Paragraph {
  const { attrs, runs, type } = paragraph;
  const number =
    layout === 'hollywood' ? runs.find((r) => r.role === 'number' || r.role === 'derivedNumber') : undefined;
  const breaks = type === 'pageBreak' ? [new TextRun({ children: [new PageBreak()] })] : [];
  const words = [...breaks, ...runs.filter((run) => run !== number).flatMap(runsOf)];
  const cell = profile.paper.cell * 20;
  return new Paragraph({
    style: styleOf(paragraph),
    ...(attrs.startsNewPage && { pageBreakBefore: true }),
    ...(isHalf && type !== 'speech' && { indent: { left: halfIndents[type] ?? 0, right: 0, hanging: 0 } }),
    ...(number && { tabStops: numberStops(cell), indent: { left: 0, hanging: 5 * cell } }),
    children: number ? withNumber(number, words) : words,
  });
}

const halfIndents: Readonly<Record<string, number>> = {
  character: 1008,
  parenthetical: 576,
  dialogue: 288,
  lyrics: 288,
};

/** The number half an inch left of the words, and again at the right edge; only the left one is read back. */
function withNumber(number: ScriptRun, words: readonly TextRun[]): TextRun[] {
  const tab = () => new TextRun({ style: runStyles.mark.id, children: [new Tab()] });
  const again = new TextRun({ style: runStyles.mark.id, text: number.text.toWellFormed() });
  return [...runsOf(number), tab(), ...words, tab(), again];
}

const numberStops = (cell: number) => [
  { type: TabStopType.LEFT, position: 0 },
  { type: TabStopType.RIGHT, position: Math.round(62 * cell) },
];

function styleOf({ type, attrs }: ScriptParagraph): string {
  if (type === 'speech') return elementStyles.dialogue.id;
  if (type === 'heading' && attrs.omitted) return omittedStyle.id;
  if (type === 'note' && attrs.boneyard) return boneyardStyle.id;
  if (type === 'section') return sectionStyle(Math.min(6, Math.max(1, Math.trunc(attrs.level ?? 1)))).id;
  return elementStyles[type].id;
}

/** One run for each stretch between breaks and tabs, which are elements of their own in Word. */
function runsOf(run: ScriptRun): TextRun[] {
  const format = formatOf(run);
  return run.text
    .split(/(\n|\t)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '\n') return new TextRun({ ...format, break: 1 });
      return piece === '\t'
        ? new TextRun({ ...format, children: [new Tab()] })
        : new TextRun({ ...format, text: sayable(piece) });
    });
}

/** What XML 1.0 cannot say becomes U+FFFD. */
function sayable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 cannot say
  return text.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0d\x0e-\x1f\ufffe\uffff]/g, '\ufffd');
}

function formatOf({ marks, role }: ScriptRun): IRunOptions {
  const has = (type: MarkType) => marks.includes(type);
  const hidden = has('boneyard') ? runStyles.boneyard.id : has('note') ? runStyles.note.id : undefined;
  const style = hidden ?? (role === 'words' ? undefined : runStyles[role].id);
  return {
    ...(style && { style }),
    ...(has('bold') && { bold: true }),
    ...(has('italic') && { italics: true }),
    ...(has('underline') && { underline: { type: UnderlineType.SINGLE } }),
    ...(has('strike') && { strike: true }),
    ...(has('highlight') && { highlight: HighlightColor.YELLOW }),
  };
}

/** The lines of a title page; an entry without a style of its own is written with its key. */
export function titleParagraphs(lines: readonly TitleLine[], layout: StyleChoice['layout']): Paragraph[] {
  return lines.map((line) => {
    const style = titleStyles[line.key];
    const words = runsOf({ text: line.value, role: 'words', marks: [] });
    const label = style === undefined ? keyRuns(line) : layout === 'domestic' ? labelRuns(line) : [];
    return new Paragraph({ style: (style ?? titleEntryStyle).id, children: [...label, ...words] });
  });
}

const keyRuns = ({ key }: TitleEntry) => [
  new TextRun({ style: runStyles.key.id, text: sayable(key) }),
  new TextRun({ style: runStyles.mark.id, text: '：' }),
];

/** The title itself stands between marks of its own. */
function labelRuns({ key, label }: TitleLine): TextRun[] {
  return key === 'Title' || label === '' ? [] : [new TextRun({ style: runStyles.mark.id, text: `${label}：` })];
}
