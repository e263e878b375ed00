/** What single lines say by their words alone, in English: transitions, shots, acts; and the forced marks of Fountain. */
import type { Attrs, ElementType } from '../element.ts';
import { isForcedHeading, isTransitionLine, isUpperCase, leadOf } from '../fountain/line.ts';
import { readInline } from '../fountain/readInline.ts';
import { type Draft, draftOf } from './draft.ts';
import type { FlowLine } from './flow.ts';
import { sliceWords, type Words } from './words.ts';

const transitions =
  /^(?:FADE (?:IN|OUT|UP|TO|THROUGH|DOWN)\b[^a-z]{0,24}|(?:SMASH |HARD |MATCH |JUMP |QUICK )?CUT (?:TO|BACK)\b[^a-z]{0,24}|DISSOLVE\b[^a-z]{0,20}|(?:IRIS|WIPE) (?:IN|OUT|TO)\b[^a-z]{0,12}|TIME CUT|INTERCUT WITH|BACK TO)[:.]$|^(?:FADE (?:IN|OUT)|CUT TO BLACK|FADE TO BLACK)$/;

const shots =
  /^(?:CLOSE(?:UP| UP)?(?: ON| SHOT)?|ANGLE ON|ANOTHER ANGLE|NEW ANGLE|REVERSE ANGLE|WIDE(?:R)?(?: SHOT| ANGLE)?|INSERT|POV|AERIAL SHOT|TRACKING SHOT|ESTABLISHING SHOT|BACK TO SCENE|SERIES OF SHOTS|MONTAGE|END OF MONTAGE|SUPER|ON SCREEN|EXTREME CLOSE)\b/;

const actStarts =
  /^(?:ACT (?:[IVX]+|\d+|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN)|TEASER|COLD OPEN|TAG|PROLOGUE|EPILOGUE)\.?$/;
const actEnds =
  /^END (?:OF )?(?:ACT (?:[IVX]+|\d+|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN)|TEASER|COLD OPEN|TAG|EPISODE|SHOW)\.?$/;

/** A transition, an act's edge or a shot by its words; undefined for others. All are whole lines in capitals. */
export function readCapitalLine(line: FlowLine): Draft | undefined {
  const { text } = line;
  if (text.length > 60 || !isUpperCase(text)) return undefined;
  if (isTransitionLine(text) || transitions.test(text)) return draftOf(line, 'transition', line, 'transitionWords');
  if (actStarts.test(text)) return draftOf(line, 'actStart', line, 'act', 'likely');
  if (actEnds.test(text)) return draftOf(line, 'actEnd', line, 'act', 'likely');
  if (/^THE END\.?$/.test(text)) return draftOf(line, 'centered', line, 'caption', 'likely');
  return shots.test(text) ? draftOf(line, 'shot', line, 'shotWords', 'likely') : undefined;
}

/** A line with a forced mark of Fountain, or one of its one-line elements. The mark is no word. */
export function readForcedLine(line: FlowLine): Draft | undefined {
  const { text } = line;
  const make = (type: ElementType, from: number, to = text.length, attrs?: Attrs) =>
    draftOf(line, type, inlineWords(sliceWords(line, from, to)), 'forcedMark', 'sure', attrs);
  if (/^={3,}$/.test(text)) return draftOf(line, 'pageBreak', sliceWords(line, 0, 0), 'forcedMark');
  const level = /^#{1,6}(?=\s*[^#\s])/.exec(text)?.[0].length;
  if (level) return make('section', level, text.length, { level });
  if (/^=\s*[^=\s]/.test(text)) return make('synopsis', 1);
  if (/^>.+<$/.test(text)) return make('centered', 1, text.length - 1);
  if (/^\[\[.+\]\]$/.test(text)) return make('note', 2, text.length - 2);
  if (text.length < 2 || /^.\s*$/.test(text)) return undefined;
  if (isForcedHeading(text)) return make('heading', 1);
  const type = ({ '@': 'character', '!': 'action', '~': 'lyrics', '>': 'transition' } as const)[leadOf(text)];
  return type && make(type, 1);
}

/** Words with the emphasis that Fountain's stars and lines say; those that have formats already stay. */
export function inlineWords(words: Words): Words {
  if (words.marks.length > 0 || !/[*_\\]|\[\[|\/\*/.test(words.text)) return words;
  const { text, marks } = readInline(words.text);
  return { text, marks };
}
