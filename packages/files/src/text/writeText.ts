/** Plain text out, in both layouts. Rules: SPEC.md TX. */
import {
  breakLines,
  cellWidth,
  type Element,
  type ElementType,
  finalDraftLetter,
  type Profile,
  type TitleEntry,
} from '@tramline/screenplay';
import { type ScriptBlock, type ScriptParagraph, type ScriptRun, textOf } from './scriptBlock.ts';
import { writeDomestic } from './writeDomestic.ts';
import { writeHollywood } from './writeHollywood.ts';

/** Lines end in `\n`; the last one too. */
export type TextOptions =
  | { readonly layout: 'domestic'; readonly numbers?: 'fixed' | 'all' | 'none' }
  | {
      readonly layout: 'hollywood';
      readonly profile?: Profile;
      readonly numbers?: 'fixed' | 'all' | 'none';
      readonly continued?: string;
    };

/**
 * Plain text of a script. `domestic`: one line a paragraph, as Chinese writers exchange it. `hollywood`: the columns of the
 * profile (Final Draft's US Letter without one), wrapped, headings, cues and transitions in capitals, no page breaks; the
 * speeches of a dual dialogue follow each other. Formats go, and so do notes and outline elements, which are not printed.
 */
export function writeText(elements: readonly Element[], title: readonly TitleEntry[], options: TextOptions): string {
  const lines =
    options.layout === 'domestic' ? domesticLines(elements, title, options) : columnLines(elements, title, options);
  const first = lines.findIndex((line) => line !== '');
  return first < 0 ? '' : `${lines.slice(first).join('\n')}\n`;
}

function domesticLines(
  elements: readonly Element[],
  title: readonly TitleEntry[],
  options: Extract<TextOptions, { layout: 'domestic' }>,
): string[] {
  const script = writeDomestic(elements, title, options);
  const head = script.title.map(({ label, value }) =>
    label === '' ? `《${oneLine(value)}》` : `${label}：${oneLine(value)}`,
  );
  const body = paragraphsOf(script.blocks).flatMap((paragraph) => {
    const text = textOf(paragraph);
    return [...Array<string>(paragraph.blankAbove).fill(''), ...domesticParagraph(paragraph, text)];
  });
  return head.length > 0 ? [...head, '', ...body] : body;
}

/** A line is a paragraph, so a speech stays in one; action goes on in lines of its own, each under its mark. */
function domesticParagraph({ type, runs }: ScriptParagraph, text: string): string[] {
  if (type !== 'action') return text.trim() === '' ? [] : [oneLine(text)];
  const isLed = runs[0]?.role === 'mark';
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, i) => (isLed && i > 0 ? `△${line}` : line));
}

/** Breaks go; a space stands for one between words that have spaces. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, (gap, at: number) => {
    const isWide = cellWidth(text.charCodeAt(at - 1) || 32, true) === 2;
    return isWide && cellWidth(text.charCodeAt(at + gap.length) || 32, true) === 2 ? '' : ' ';
  });
}

function paragraphsOf(blocks: readonly ScriptBlock[]): ScriptParagraph[] {
  return blocks.flatMap((block) => (block.kind === 'dual' ? [...block.left, ...block.right] : [block.paragraph]));
}

function columnLines(
  elements: readonly Element[],
  title: readonly TitleEntry[],
  options: Extract<TextOptions, { layout: 'hollywood' }>,
): string[] {
  const profile = options.profile ?? finalDraftLetter;
  const blocks = writeHollywood(elements, { ...options, profile });
  const body = paragraphsOf(blocks).flatMap((paragraph) => {
    const lines = drawParagraph(paragraph, profile);
    return lines.length === 0 ? [] : [...Array<string>(paragraph.blankAbove).fill(''), ...lines];
  });
  return [...titlePage(title, profile), ...body];
}

const capitals: ReadonlySet<ElementType | 'speech'> = new Set([
  ...(['heading', 'character', 'transition', 'shot', 'actStart', 'actEnd'] as const),
]);

function drawParagraph(paragraph: ScriptParagraph, profile: Profile): string[] {
  const type = paragraph.type as ElementType;
  const isNumber = (run: ScriptRun) => run.role === 'number' || run.role === 'derivedNumber';
  const number = paragraph.runs.find(isNumber)?.text;
  const typed = paragraph.runs.flatMap((run) => (isNumber(run) ? [] : [run.text])).join('');
  const text = capitals.has(type) ? typed.toUpperCase() : typed;
  if (text.trim() === '') return [];
  const width = profile.width[type];
  const starts = breakLines(text, width, profile.ambiguousWide);
  const lines = starts.map((from, i) => text.slice(from, starts[i + 1]).trimEnd());
  return lines.map((line, i) => {
    const indent = indentOf(type, line, profile);
    return number && i === 0 ? `${number}  ${line}  ${number}` : line === '' ? '' : ' '.repeat(indent) + line;
  });
}

function indentOf(type: ElementType, line: string, profile: Profile): number {
  const left = profile.indent[type];
  const free = Math.max(0, profile.width[type] - cellsOf(line, profile));
  if (type === 'transition') return left + free;
  return ['centered', 'actStart', 'actEnd'].includes(type) ? left + Math.floor(free / 2) : left;
}

function cellsOf(text: string, { ambiguousWide }: Profile): number {
  let cells = 0;
  for (const c of text) cells += cellWidth(c.codePointAt(0)!, ambiguousWide);
  return cells;
}

/** The title in the middle, what says whose it is below it, all else at the left. */
function titlePage(title: readonly TitleEntry[], profile: Profile): string[] {
  if (title.length === 0) return [];
  const width = profile.width.action;
  const isMiddle = (key: string) => ['Title', 'Credit', 'Author', 'Authors', 'Source'].includes(key);
  const drawn = (entry: TitleEntry, isCentered: boolean) => {
    const text = isCentered || isPlain(entry.key) ? entry.value : `${entry.key}: ${entry.value}`;
    const lines = breakLines(text, width, profile.ambiguousWide).map((from, i, all) =>
      text.slice(from, all[i + 1]).trimEnd(),
    );
    return isCentered
      ? lines.map((l) => ' '.repeat(Math.max(0, Math.floor((width - cellsOf(l, profile)) / 2))) + l)
      : lines;
  };
  const middle = title.filter((e) => isMiddle(e.key)).flatMap((entry) => [...drawn(entry, true), '']);
  const rest = title.filter((e) => !isMiddle(e.key)).flatMap((entry) => drawn(entry, false));
  return [...middle, ...rest, '', '', ''];
}

const isPlain = (key: string) => ['Contact', 'Draft date', 'Date', 'Copyright'].includes(key);
