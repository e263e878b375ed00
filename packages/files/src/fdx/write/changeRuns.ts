/** New words and formats for a paragraph, run by run: a run that says the same stays as it is. */
import { type Format, formatChanges, isSameFormat, type RunSurroundings, type TextRun } from '../textRun.ts';
import { changeCharData, type SourceEdit, writeCharData } from '../xml/charData.ts';
import { isSelfClosing, type XmlNode } from '../xml/readXml.ts';
import { changeStartTag, openTag, readAttributes } from '../xml/startTag.ts';
import { alignText } from './alignText.ts';

/** Words with one format each, in order, to the end of the text. `format` undefined: that of the run they are in. */
export interface Stretch {
  readonly to: number;
  readonly format: Format | undefined;
}

/** What the words of a paragraph shall be. */
export interface WantedWords {
  readonly text: string;
  readonly stretches: readonly Stretch[];
}

/** How this file sets its XML. */
export interface RunStyle extends RunSurroundings {
  readonly newline: string;
}

/** Some of the new words, from the run at index `run`. */
interface Segment {
  readonly run: number;
  readonly format: Format;
  readonly text: string;
}

/** The edits that give `runs`, at least one, the wanted words. New words go with the run before them. */
export function changeRuns(
  source: string,
  runs: readonly TextRun[],
  wanted: WantedWords,
  style: RunStyle,
): SourceEdit[] {
  const segments = Map.groupBy(segmentsOf(runs, wanted), (segment) => segment.run);
  return runs.flatMap((run, i) => {
    const [first, ...others] = segments.get(i) ?? [];
    if (first === undefined) return run.text === '' ? [] : [removal(source, run.node)];
    const pieces = [
      changeRun(source, run, first, style),
      ...others.map((piece) => splitRun(source, run, piece, style)),
    ];
    const text = pieces.join(gapBefore(source, run.node));
    return text === source.slice(run.node.from, run.node.to) ? [] : [{ from: run.node.from, to: run.node.to, text }];
  });
}

/** A further piece of a run: what is in the run beside words stays with the first piece. */
function splitRun(source: string, run: TextRun, { format, text }: Segment, style: RunStyle): string {
  return `${openTag(changedTag(source, run, format, style))}${writeCharData(text, style.newline)}</Text>`;
}

function changedTag(source: string, { node, format: then }: TextRun, now: Format, style: RunStyle): string {
  const changes = formatChanges(readAttributes(source, node), then, now, style);
  return changeStartTag(source.slice(node.from, node.openTo), changes);
}

function segmentsOf(runs: readonly TextRun[], { text, stretches }: WantedWords): Segment[] {
  const kept = alignText(runs.map((run) => run.text).join(''), text);
  const chooseRun = runChooser(runs, kept);
  const segments: Segment[] = [];
  let from = 0;
  for (const stretch of stretches) {
    for (let at = from; at < stretch.to; ) {
      const run = chooseRun(at, stretch.format);
      let to = at + 1;
      while (to < stretch.to && chooseRun(to, stretch.format) === run) to++;
      addSegment(segments, { run, format: stretch.format ?? runs[run]!.format, text: text.slice(at, to) });
      at = to;
    }
    from = stretch.to;
  }
  return segments;
}

function addSegment(segments: Segment[], segment: Segment): void {
  const last = segments.at(-1);
  if (last?.run !== segment.run || !isSameFormat(last.format, segment.format)) segments.push(segment);
  else segments[segments.length - 1] = { ...last, text: last.text + segment.text };
}

/**
 * The run that a unit of the new text belongs to: its own for a kept one; for a new one that of the unit before it, or the
 * run of the unit after it where only that one has its format. Units must be asked for in order.
 */
function runChooser(runs: readonly TextRun[], kept: Int32Array): (at: number, format: Format | undefined) => number {
  const owners = runs.flatMap((run, i) => new Array<number>(run.text.length).fill(i));
  const next = new Int32Array(kept.length + 1).fill(-1);
  for (let at = kept.length - 1; at >= 0; at--) next[at] = kept[at]! >= 0 ? owners[kept[at]!]! : next[at + 1]!;
  let current = Math.max(0, next[0]!);
  return (at, format) => {
    const following = next[at]!;
    const fits = (run: number) => format !== undefined && isSameFormat(format, runs[run]!.format);
    if (kept[at]! >= 0) current = following;
    else if (following > current && !fits(current) && fits(following)) current = following;
    return current;
  };
}

function changeRun(source: string, run: TextRun, { format, text }: Segment, style: RunStyle): string {
  const { node } = run;
  const tag = changedTag(source, run, format, style);
  if (text === run.text) return tag + source.slice(node.openTo, node.to);
  if (isSelfClosing(node)) return `${openTag(tag)}${writeCharData(text, style.newline)}</Text>`;
  return tag + changeWords(source, run, text, style.newline) + source.slice(node.closeFrom, node.to);
}

/** The words of one run, edited in place where they differ. */
function changeWords(source: string, { node, text: then }: TextRun, text: string, newline: string): string {
  const kept = alignText(then, text);
  const start = kept.findIndex((at, i) => at !== i);
  const from = start < 0 ? text.length : start;
  let end = 0;
  while (end < text.length - from && kept[text.length - 1 - end] === then.length - 1 - end && then.length - end > from)
    end++;
  const change = { from, to: then.length - end, text: text.slice(from, text.length - end) };
  return changeCharData(source, node, change, newline);
}

/** The white space between an element and what stands before it. */
export function gapBefore(source: string, node: XmlNode): string {
  return /\s*$/.exec(source.slice(Math.max(0, node.from - 200), node.from))![0];
}

/** An element taken out with the white space before it. */
function removal(source: string, node: XmlNode): SourceEdit {
  return { from: node.from - gapBefore(source, node).length, to: node.to, text: '' };
}
