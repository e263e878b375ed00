/** What the whole text says about its lines: its kind, its names, its columns. */
import { isHeadingLine } from '../fountain/line.ts';
import { type Columns, looksLikeCue, readColumns } from './columns.ts';
import { isMarkedLine, listedNames } from './domesticLine.ts';
import { type FlowLine, hasHan, hasTellingBlanks } from './flow.ts';
import { readHeadingLine } from './headingLine.ts';
import type { RecogniseOptions } from './recognition.ts';
import { readSpeechLine } from './speechLine.ts';

/** Facts about one text that every line is judged by. */
export interface Context {
  /** Speeches run in after `name：` (Chinese domestic), or cues on lines of their own. */
  readonly isDomestic: boolean;
  readonly isParagraphs: boolean;
  readonly hasBlanks: boolean;
  readonly columns: Columns | undefined;
  /** How often each name stands before a colon, or alone where a cue may stand. */
  readonly names: ReadonlyMap<string, number>;
}

/** Reads the facts. `language: 'en'` rules the domestic format out; `'zh'` prefers it where a speech is run in. */
export function readContext(flow: readonly FlowLine[], options: RecogniseOptions): Context {
  const names = new Map<string, number>();
  const count = (name: string, by = 1) => names.set(name, (names.get(name) ?? 0) + by);
  const hasBlanks = hasTellingBlanks(flow);
  let runIn = 0;
  let cues = 0;
  let marked = 0;
  flow.forEach((line, i) => {
    for (const name of listedNames(line.text)) count(name, 2);
    const isMarked = isMarkedLine(line);
    const speech = isMarked ? undefined : readSpeechLine(line);
    if (speech) count(speech.name);
    if (speech && hasHan(line.text)) runIn++;
    if (isMarked && /^[△▲]/.test(line.text)) marked++;
    if (!speech && !isMarked && mayBeCue(line, flow[i + 1], hasBlanks)) {
      count(nameOf(line.text));
      cues++;
    }
  });
  const columns = readColumns(flow);
  const isDomestic =
    options.language !== 'en' && (runIn > 0 || marked > 0) && (options.language === 'zh' || runIn + marked >= cues);
  return { isDomestic, isParagraphs: options.unit === 'paragraph', hasBlanks, columns, names };
}

/** A name as cues compare: without brackets, in capitals. */
export function nameOf(text: string): string {
  return text
    .replace(/[(（][^)）]*[)）]?/g, '')
    .replace(/\^$/, '')
    .trim();
}

/** Whether a line stands where a cue may: a name, words directly below it, and a blank line above where those tell. */
export function mayBeCue(line: FlowLine, next: FlowLine | undefined, hasBlanks: boolean): boolean {
  if (next === undefined || !looksLikeCue(line.text.replace(/ ?\^$/, '')) || isHeadingLine(line.text)) return false;
  if (readHeadingLine(line)?.confidence === 'sure') return false;
  if (hasBlanks) return next.blankAbove === 0 && !isHeadingLine(next.text);
  return !isHeadingLine(next.text) && !(looksLikeCue(next.text) && !hasHan(next.text));
}
