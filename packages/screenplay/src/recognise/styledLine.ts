/** Lines whose paragraph style says what they are. */
import type { ElementType } from '../element.ts';
import { speechDrafts } from './domesticLine.ts';
import { type Draft, draftOf } from './draft.ts';
import type { FlowLine } from './flow.ts';
import { readHeadingLine } from './headingLine.ts';
import { readSpeechLine } from './speechLine.ts';
import { headingDepth, typeOfStyle } from './styleNames.ts';
import { joinWords, plainWords, sliceWords } from './words.ts';

/**
 * The elements of a styled line; undefined where the style says nothing. `before` is the type above it: dialogue that is
 * run in after a name stands under no cue.
 */
export function readStyledLine(line: FlowLine, before: ElementType | undefined): Draft[] | undefined {
  const { style } = line.hint;
  if (style === undefined) return undefined;
  const type = typeOfStyle(style);
  if (type === undefined) return readOutlineLine(line, headingDepth(style));
  if (type === 'heading') return [readHeading(line)];
  if (type === 'character' || type === 'dialogue') return readSpeech(line, type, before);
  const mark = type === 'action' ? (/^[△▲]\s*/.exec(line.text)?.[0].length ?? 0) : 0;
  const level = type === 'section' ? { level: Number(/[1-6]$/.exec(style)?.[0] ?? 1) } : {};
  const words = mark < line.text.length ? sliceWords(line, mark) : line;
  return [draftOf(line, type, words, 'style', 'sure', level)];
}

function readHeading(line: FlowLine): Draft {
  const shown = line.hint.number;
  const heading = readHeadingLine(shown ? joinWords(plainWords(shown), ' ', line) : line);
  const number = heading?.number ?? (shown ? shown.replace(/[\s、.．:：]+$/, '') : undefined);
  return draftOf(line, 'heading', heading?.number ? heading.words : line, 'style', 'sure', number ? { number } : {});
}

function readSpeech(line: FlowLine, type: 'character' | 'dialogue', before: ElementType | undefined): Draft[] {
  const isUnderCue = before === 'character' || before === 'parenthetical';
  const speech = type === 'dialogue' && isUnderCue ? undefined : readSpeechLine(line);
  if (speech) return speechDrafts(line, speech, 'sure');
  const bare = type === 'character' ? /\s*[:：]$/.exec(line.text) : null;
  return [draftOf(line, type, bare && bare.index > 0 ? sliceWords(line, 0, bare.index) : line, 'style')];
}

/** A word processor's own headings: scenes where they look like one, else sections of that depth. */
function readOutlineLine(line: FlowLine, depth: number | undefined): Draft[] | undefined {
  if (depth === undefined) return undefined;
  const shown = line.hint.number;
  const heading = readHeadingLine(shown ? joinWords(plainWords(shown), ' ', line) : line);
  if (heading) {
    const { words, number, confidence } = heading;
    const attrs = number === undefined ? {} : { number };
    return [draftOf(line, 'heading', words, 'style', confidence === 'guess' ? 'likely' : 'sure', attrs)];
  }
  return [draftOf(line, 'section', line, 'style', 'likely', { level: depth })];
}
