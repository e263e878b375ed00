/** Whether a line goes on the paragraph above it: only where the layout shows that lines were broken to a width. */
import { cellWidth } from '../element.ts';
import { type FlowLine, hasHan } from './flow.ts';

/** Fewest neighbours that must look broken, and the share of them, before lines are joined. */
const fewestPairs = 3;
const share = 0.75;
/** Fewest cells of a column that may break lines; narrower ones are lists or verse. */
const narrowest = 18;

/** Answers for one text. */
export interface Wrapping {
  /** Whether `next` goes on the same paragraph as the line directly above it. */
  continues(line: FlowLine, next: FlowLine): boolean;
}

/**
 * Reads which columns are broken to a width. `mayContinue` says whether a line could go on the one above: no blank line,
 * no pattern of its own.
 */
export function readWrapping(
  flow: readonly FlowLine[],
  mayContinue: (line: FlowLine, next: FlowLine) => boolean,
  isColumnar: boolean,
): Wrapping {
  const neighbours = flow.flatMap((next, i) => {
    const line = flow[i - 1];
    return line && isNeighbour(line, next) && mayContinue(line, next) ? [[line, next] as const] : [];
  });
  const widths = new Map<number, number>();
  for (const line of neighbours.flat())
    widths.set(line.indent, Math.max(widths.get(line.indent) ?? 0, cellsOf(line.text)));
  const isFull = (line: FlowLine, next: FlowLine) => {
    const width = Math.max(widths.get(line.indent) ?? 0, isColumnar ? 26 : 45);
    return width >= narrowest && cellsOf(line.text) + needed(line.text, next.text) > width - (isColumnar ? 2 : 0);
  };
  const pairs = neighbours.map(([line, next]) => isFull(line, next));
  const full = pairs.filter(Boolean).length;
  const isBroken = isColumnar ? full * 2 >= pairs.length : pairs.length >= fewestPairs && full >= pairs.length * share;
  return { continues: (line, next) => isBroken && isNeighbour(line, next) && isFull(line, next) };
}

const isNeighbour = (line: FlowLine, next: FlowLine) => Math.abs(line.indent - next.indent) <= 1;

/** Cells that the first word of `next` would have taken on the line above. */
function needed(line: string, next: string): number {
  const word = /^\S+/.exec(next)?.[0] ?? '';
  const first = hasHan(word.charAt(0)) ? word.charAt(0) : (/^[^-]+-?/.exec(word)?.[0] ?? word);
  return cellsOf(first) + (separator(line, next) === '' ? 0 : 1);
}

function cellsOf(text: string): number {
  let cells = 0;
  for (const c of text) cells += cellWidth(c.codePointAt(0)!);
  return cells;
}

/** What stands between two lines of one paragraph: nothing between Chinese characters and after a hyphen, else a space. */
export function separator(line: string, next: string): '' | ' ' {
  const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef…—”’]/u;
  if (/[^\s-]-$/.test(line)) return '';
  return wide.test(line.charAt(line.length - 1)) && wide.test(next.charAt(0)) ? '' : ' ';
}

/** Widths of text that was copied off pages, where neither indents nor blank lines are left. In cells. */
export interface DenseWidths {
  readonly body: number;
  readonly speech: number;
}

/**
 * The widths at which action and dialogue were broken, from the longest lines of all and the longest right under a cue.
 * Undefined where the two are not clearly different, or too few cues stand there to tell.
 */
export function readDenseWidths(
  flow: readonly FlowLine[],
  isCue: (line: FlowLine, next: FlowLine | undefined) => boolean,
): DenseWidths | undefined {
  const under = flow.flatMap((line, i) => {
    const next = flow[i + 1];
    if (!next || !isCue(line, next)) return [];
    return [cellsOf((/^[(（]/.test(next.text) ? flow[i + 2] : next)?.text ?? '')];
  });
  const body = longest(flow.map((line) => cellsOf(line.text)));
  const speech = longest(under);
  const isPage = body >= 45 && body <= 80 && speech >= 24 && speech <= body * 0.75;
  return under.length >= 5 && isPage ? { body, speech } : undefined;
}

/** The longest but for three in a hundred, which may be something else. */
function longest(cells: readonly number[]): number {
  return cells.toSorted((a, b) => a - b)[Math.floor((cells.length - 1) * 0.97)] ?? 0;
}

/** Whether the first word of `next`, a line of the same width, would not have found room on the line above it. */
export function isFullLine(line: FlowLine, next: FlowLine, width: number): boolean {
  return cellsOf(next.text) <= width + 1 && cellsOf(line.text) + needed(line.text, next.text) > width;
}
