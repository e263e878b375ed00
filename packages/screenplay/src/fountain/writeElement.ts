/** One element in canonical Fountain. Hazards of each type: SPEC.md FW. */
import { type Element, isHiddenMark, isSpoken, printedText } from '../element.ts';
import {
  isCenteredLine,
  isCueLine,
  isHeadingLine,
  isPageBreakLine,
  isParentheticalLine,
  isTransitionLine,
  leadOf,
} from './line.ts';
import { visibleRange } from './sourceLines.ts';
import { bareOf, keepOpen, splitLines, writeInline } from './writeInline.ts';

/**
 * How an element stands to a speech when it is written. `none`: outside of one. `line`: a line under a cue. `inline`:
 * words that are never printed (a note between two lines of a speech), which go on the line before them, because a
 * line of their own would end the speech.
 */
export type SpeechPlace = 'none' | 'line' | 'inline';

/** Where each element stands to the speeches of the script. */
export function readSpeechPlaces(elements: readonly Element[]): SpeechPlace[] {
  let hasCue = false;
  return elements.map((element, i) => {
    if (element.type === 'character') hasCue = isSayableCue(element);
    else if (hasCue && isSpoken(element)) return element.type === 'dialogue' && isUnseen(element) ? 'inline' : 'line';
    else if (hasCue && element.type === 'note' && goesOn(elements, i)) return 'inline';
    else hasCue = false;
    return 'none';
  });
}

/** A cue needs a name that is printed; `@` alone is action. */
function isSayableCue(cue: Element): boolean {
  return printedText(cue).trim() !== '';
}

const isUnseen = (element: Element) => element.text.trim() !== '' && printedText(element).trim() === '';

/** Whether dialogue goes on after the note at `index`. Lyrics stand without a cue as well, so they do not decide. */
function goesOn(elements: readonly Element[], index: number): boolean {
  const next = elements.slice(index + 1).find((e) => e.type !== 'note' && e.type !== 'lyrics');
  return next?.type === 'dialogue' || next?.type === 'parenthetical';
}

/**
 * One element, without line ending. `after` is the element that follows. `general`, acts and speech without a cue have
 * no form of their own: they become action and centered words.
 */
export function writeElement(element: Element, after: Element | undefined, place: SpeechPlace): string {
  const words = writeInline(element.text.replace(/\r\n?/g, '\n'), element.marks);
  const line = oneLine(words);
  switch (element.type) {
    case 'heading':
      return writeHeading(element, words, line);
    case 'character':
      return writeCue(element, words, line, after);
    case 'parenthetical':
    case 'dialogue':
      return writeSpeech(element, words, line, place);
    case 'lyrics':
      return splitLines(words).map(writeLyric).join('\n');
    case 'transition':
      return writeTransition(line);
    case 'centered':
    case 'actStart':
    case 'actEnd':
      return splitLines(words)
        .map((l) => `> ${l.trim()} <`)
        .join('\n');
    case 'shot':
      return `!!${line}`;
    case 'section':
      return `${'#'.repeat(element.attrs.level ?? 1)} ${line}`;
    case 'synopsis':
      return `= ${line}`;
    case 'pageBreak':
      return line === '' ? '===' : `===\n\n${writeAction(words)}`;
    case 'note':
      return writeNote(element);
    case 'action':
    case 'general':
      return writeAction(words);
  }
}

function oneLine(words: string): string {
  return splitLines(words)
    .map((l) => l.trim())
    .filter((l) => l !== '')
    .join(' ');
}

function writeHeading(element: Element, words: string, line: string): string {
  const bare = bareOf(line);
  if (bare === '') return writeAction(words);
  const number = element.attrs.number === undefined ? '' : ` #${element.attrs.number}#`;
  const safe = number === '' && /#[A-Za-z0-9.-]+#$/.test(bare) ? escapeAt(line, visibleRange(line).to - 1) : line;
  if (isHeadingLine(bare)) return safe + number;
  const { from } = visibleRange(safe);
  // A forced heading has no space after its dot, so a note before the words goes without the space after it.
  const closed = safe.slice(0, from).trimEnd() + safe.slice(from);
  return `.${/^[.．]/.test(bare) ? escapeAt(closed, visibleRange(closed).from) : closed}${number}`;
}

/** The line with a backslash before the character at `offset`. */
function escapeAt(line: string, offset: number): string {
  return `${line.slice(0, offset)}\\${line.slice(offset)}`;
}

/** The line with its last visible character made literal, if that is `sign`. */
function escapeLast(line: string, sign: string): string {
  return bareOf(line).endsWith(sign) ? escapeAt(line, visibleRange(line).to - 1) : line;
}

/** The line with its first visible character made literal, if that is one of `signs`. */
function escapeFirst(line: string, signs: string): string {
  return signs.includes(bareOf(line).charAt(0)) ? escapeAt(line, visibleRange(line).from) : line;
}

function writeCue(element: Element, words: string, line: string, after: Element | undefined): string {
  if (!isSayableCue(element)) return writeAction(words);
  const isSpeaking = after !== undefined && isSpoken(after);
  const isNatural = isSpeaking && isCueLine(line) && !line.endsWith('^') && !isOtherwiseRead(line);
  const name = isNatural && !hasHidden(element) ? line : `@${escapeLast(line, '^')}`;
  return name + (element.attrs.dual === 'right' ? ' ^' : '');
}

const hasHidden = (element: Element) => element.marks?.some(isHiddenMark) ?? false;
const isOtherwiseRead = (line: string) => isHeadingLine(line) || '.!@>#=~\\'.includes(leadOf(line));

function writeSpeech(element: Element, words: string, line: string, place: SpeechPlace): string {
  if (place === 'none') return writeAction(words);
  if (place === 'inline') return words;
  if (element.type === 'parenthetical') return isParentheticalLine(bareOf(line)) ? line : `(${line})`;
  return joinUnseen(splitLines(words)).map(writeSpoken).join('\n');
}

/** A line of nothing but notes would end the speech, so it goes on the line before it, or before the first one. */
function joinUnseen(lines: readonly string[]): string[] {
  const joined: string[] = [];
  let waiting = '';
  for (const line of lines) {
    const isUnseenLine = line.trim() !== '' && bareOf(line) === '';
    if (isUnseenLine && joined.length === 0) waiting += `${line.trim()} `;
    else if (isUnseenLine) joined.push(`${joined.pop()} ${line.trim()}`);
    else joined.push(waiting + line);
    if (!isUnseenLine) waiting = '';
  }
  return joined;
}

/** Inside a speech: an empty line is held open by two spaces; a line that would be another element gets a backslash. */
function writeSpoken(line: string): string {
  const text = line.trim();
  if (text === '') return '  ';
  return isPageBreakLine(bareOf(text)) ? escapeFirst(text, '=') : escapeFirst(text, '~!(（！～');
}

function writeLyric(line: string): string {
  return `~${line.trim()}`;
}

function writeTransition(line: string): string {
  const isNatural = isTransitionLine(line) && line === bareOf(line) && !isHeadingLine(line);
  if (isNatural && !'.!@>#=~(\\'.includes(leadOf(line))) return line;
  return `> ${escapeLast(line, '<')}`;
}

/** Rule 4: `!` wherever a line of action would be read as something else, and to hold an empty line. */
function writeAction(words: string): string {
  const lines = splitLines(words);
  return lines.map((line, k) => forceAction(line, k === 0, k < lines.length - 1).trimEnd()).join('\n');
}

function forceAction(line: string, isFirst: boolean, hasMore: boolean): string {
  if (!needsForce(bareOf(line), isFirst, hasMore)) return line;
  return `!${bareOf(line) === '' ? line : escapeFirst(line, '!！')}`;
}

function needsForce(bare: string, isFirst: boolean, hasMore: boolean): boolean {
  if (bare === '' || '.!@>#=~'.includes(leadOf(bare)) || isCenteredLine(bare)) return true;
  return isFirst && (isHeadingLine(bare) || isTransitionLine(bare) || (hasMore && isCueLine(bare)));
}

function writeNote(element: Element): string {
  // Several notes on one line are one element, with each note's words under a mark.
  if (hasHidden(element) && isUnseen(element)) return writeInline(element.text, element.marks);
  const text = element.text.replace(/\r\n?/g, '\n');
  if (element.attrs.boneyard) return `/*${keepOpen(text, 'boneyard')}*/`;
  return `[[${keepOpen(text, 'note')}]]`;
}
