/** The columns of a page as text: which indent is for which element. Source: the templates of Final Draft, Trelby, Fade In. */
import { isCueLine, isHeadingLine } from '../fountain/line.ts';
import { type FlowLine, hasHan } from './flow.ts';

/** Where the columns of a script stand, in cells from the left. */
export interface Columns {
  /** Left edge of headings and action. */
  readonly body: number;
  /** Whether a line stands in the column of cues; the line after it decides where the words do not. */
  isCue(line: FlowLine, next: FlowLine | undefined): boolean;
  /** Cells right of the body. */
  offset(line: FlowLine): number;
}

/** Fewest cells between the body and a cue, and between the body and dialogue. Trelby 22 and 10, Fade In 20 and 10. */
const cueOffset = 13;
const dialogueOffset = 4;

/**
 * Finds the columns. Undefined where the lines are not set in columns: no line far to the right that looks like a cue has
 * a line between it and the body below it.
 */
export function readColumns(flow: readonly FlowLine[]): Columns | undefined {
  const body = bodyOf(flow);
  const offset = (line: FlowLine) => line.indent - body;
  const isCue = (line: FlowLine, next: FlowLine | undefined) => {
    if (next === undefined || next.blankAbove > line.blankAbove + 1) return false;
    const isPlace = offset(line) >= cueOffset && offset(next) >= dialogueOffset && offset(next) < offset(line);
    return isPlace && looksLikeCue(line.text);
  };
  return flow.some((line, i) => isCue(line, flow[i + 1])) ? { body, isCue, offset } : undefined;
}

/** A name: capitals, or a short Chinese text without sentence marks; not in brackets. */
export function looksLikeCue(text: string): boolean {
  if (
    text.length > 60 ||
    /^[(（]/.test(text) ||
    /[:：.。!！?？…]$/.test(text.replace(/\b(?:JR|SR|DR|MR|MRS|MS|NO)\.$/, ''))
  )
    return false;
  const name = text.replace(/[(（][^)）]*[)）]/g, '').trim();
  if (hasHan(name)) return name.length <= 12 && !/[，。！？；：、,.!?;:\s]{2}|[，。！？；：]/.test(name);
  return isCueLine(text);
}

/** The indent of headings; where there are none, the least indent that at least a tenth of the lines share. */
function bodyOf(flow: readonly FlowLine[]): number {
  const headings = flow.filter((l) => isHeadingLine(l.text)).map((l) => l.indent);
  if (headings.length > 0) return mostUsed(headings);
  const counts = new Map<number, number>();
  for (const l of flow) counts.set(l.indent, (counts.get(l.indent) ?? 0) + 1);
  const common = [...counts].filter(([, n]) => n * 10 >= flow.length).map(([indent]) => indent);
  return (common.length > 0 ? common : [...counts.keys()]).reduce((a, b) => Math.min(a, b), Number.MAX_SAFE_INTEGER);
}

function mostUsed(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0];
}
