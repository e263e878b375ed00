/** What a person changes in the preview of a reading, before anything is created. No word is lost by a correction. */
import { type Element, type ElementType, noAttrs } from '../element.ts';
import type { NewId } from '../fountain/readFountain.ts';
import { speechDrafts } from './domesticLine.ts';
import { type Draft, draftOf, finishDraft } from './draft.ts';
import { readFlow } from './flow.ts';
import { readHeadingLine } from './headingLine.ts';
import type { Recognised, Recognition, ScriptLine } from './recognition.ts';
import { readSpeechLine } from './speechLine.ts';
import { joinWords, plainWords, type Words } from './words.ts';

/** The lines that were read, the reading, and ids for elements that a correction makes (counted from 0 in it). */
export interface Correction {
  readonly lines: readonly ScriptLine[];
  readonly recognition: Recognition;
  readonly newId: NewId;
}

/**
 * The reading with the element at `index` turned into `type`. An element that shares its line with others (a run-in
 * speech), or whose number was taken off, is made anew from the whole line, so that nothing of it goes: as `character` a
 * run-in speech is parted, as `heading` the number is. Others keep their words and id. Throws RangeError for no such index.
 */
export function retype(correction: Correction, index: number, type: ElementType): Recognition {
  const { recognition } = correction;
  const item = recognition.recognised[index];
  if (item === undefined) throw new RangeError(`no element at ${index}`);
  const [first, end] = sharedRange(recognition.recognised, index);
  const isWhole = end - first === 1 && item.element.attrs.number === undefined;
  const isParted = (type === 'character' || type === 'heading') && item.lines[1] - item.lines[0] === 1;
  if (isWhole && !isParted) return replace(recognition, first, end, [withType(item, type)]);
  const made = make(correction, item, type);
  return replace(recognition, first, end, made ?? [withType(item, type)]);
}

/** The reading with a dropped line taken back as an element of `type`, at its place. Throws RangeError for no such index. */
export function restoreDropped(correction: Correction, index: number, type: ElementType = 'action'): Recognition {
  const { recognition, newId } = correction;
  const dropped = recognition.dropped[index];
  if (dropped === undefined) throw new RangeError(`nothing dropped at ${index}`);
  const element: Element = { id: newId(0), type, text: dropped.text, attrs: noAttrs };
  const item: Recognised = { element, confidence: 'sure', reason: 'person', lines: dropped.lines };
  const found = recognition.recognised.findIndex((r) => r.lines[0] > dropped.lines[0]);
  const at = found < 0 ? recognition.recognised.length : found;
  return { ...replace(recognition, at, at, [item]), dropped: recognition.dropped.toSpliced(index, 1) };
}

/** The reading without the element at `index`: its words are listed as dropped. Throws RangeError for no such index. */
export function leaveOut({ recognition }: Pick<Correction, 'recognition'>, index: number): Recognition {
  const item = recognition.recognised[index];
  if (item === undefined) throw new RangeError(`no element at ${index}`);
  const { attrs, text } = item.element;
  const words = attrs.number === undefined ? text : `${attrs.number} ${text}`;
  const dropped = [...recognition.dropped, { text: words, reason: 'person' as const, lines: item.lines }];
  return { ...replace(recognition, index, index + 1, []), dropped: dropped.sort((a, b) => a.lines[0] - b.lines[0]) };
}

/** Places `[first, end)` in the reading of all elements that came from the same lines. */
function sharedRange(recognised: readonly Recognised[], index: number): [number, number] {
  const isShared = (r: Recognised | undefined) =>
    r !== undefined && r.lines[0] === recognised[index]!.lines[0] && r.lines[1] === recognised[index]!.lines[1];
  let first = index;
  let end = index + 1;
  while (isShared(recognised[first - 1])) first--;
  while (isShared(recognised[end])) end++;
  return [first, end];
}

function withType(item: Recognised, type: ElementType): Recognised {
  const { number: _number, level: _level, ...attrs } = item.element.attrs;
  const kept = type === 'heading' ? item.element.attrs : type === 'section' ? { ...attrs, level: 1 } : attrs;
  return { ...item, element: { ...item.element, type, attrs: kept }, confidence: 'sure', reason: 'person' };
}

/** The lines of the item as one element of the type, or as the parts that it has; undefined where no line is known. */
function make({ lines, newId }: Correction, item: Recognised, type: ElementType): Recognised[] | undefined {
  const [line, ...more] = readFlow(lines.slice(item.lines[0], item.lines[1]));
  if (line === undefined) return undefined;
  const shown = line.hint.number;
  const first: Words = shown ? joinWords(plainWords(shown), ' ', line) : line;
  const words = more.reduce((all, next) => joinWords(all, '\n', next), first);
  const whole = { ...line, ...words, at: item.lines[0] };
  const drafts = partsOf(whole, type).map((draft) => ({ ...draft, to: item.lines[1] }));
  return drafts.map((draft, i) => ({ ...finishDraft(draft, newId(i)), reason: 'person', confidence: 'sure' }));
}

function partsOf(line: Parameters<typeof speechDrafts>[0], type: ElementType): Draft[] {
  const speech = type === 'character' ? readSpeechLine(line) : undefined;
  if (speech) return speechDrafts(line, speech, 'sure');
  const heading = type === 'heading' ? readHeadingLine(line) : undefined;
  if (heading?.number) return [draftOf(line, type, heading.words, 'person', 'sure', { number: heading.number })];
  return [draftOf(line, type, line, 'person', 'sure', type === 'section' ? { level: 1 } : noAttrs)];
}

function replace(recognition: Recognition, from: number, to: number, items: readonly Recognised[]): Recognition {
  return { ...recognition, recognised: recognition.recognised.toSpliced(from, to - from, ...items) };
}
