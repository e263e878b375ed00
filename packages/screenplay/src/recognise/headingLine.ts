/** Scene headings of one line, with their number taken off: English ones and the Chinese domestic patterns. */
import { isUpperCase } from '../fountain/line.ts';
import { parseHeading } from '../heading.ts';
import { foldWidth, hasHan } from './flow.ts';
import { perLine } from './perLine.ts';
import type { Confidence } from './recognition.ts';
import { sliceWords, type Words } from './words.ts';

/** A heading's words, its number as ASCII (`12`, `1-3`, `A12`), and how sure it is. */
export interface HeadingLine {
  readonly words: Words;
  readonly number: string | undefined;
  readonly confidence: Confidence;
}

const han = '〇零一二三四五六七八九十百两';

/** A number before a heading. All on text of full-width characters folded to ASCII. */
const numberForms: readonly { readonly form: RegExp; readonly isOwn: boolean }[] = [
  { form: new RegExp(`^第\\s*([0-9]+|[${han}]+)\\s*[场景](?:戏)?(?=$|[\\s、:.．,。])[\\s、:.．,。]*`), isOwn: true },
  { form: new RegExp(`^(?:场景|场次|场)\\s*:?\\s*([0-9]+|[${han}]+)(?=$|[\\s、:.．,。])[\\s、:.．,。]*`), isOwn: true },
  { form: /^([0-9]+)\s*场(?=[\s、:.,。])[\s、:.,。]*/, isOwn: true },
  {
    form: /^([0-9]{1,4}[A-Za-z]?\s*[-–—]\s*[0-9]{1,4}[A-Za-z]?)(?=[\s、:.,。\p{Script=Han}])[\s、:.,。]*/u,
    isOwn: false,
  },
  { form: /^([0-9]{1,4}[A-Za-z]?)(?=[\s、:.,。])[\s、:.,。]+/, isOwn: false },
  { form: /^([0-9]{1,4})(?=[内外]景)/, isOwn: false },
];

/** `场景：…`, `景：…`: a label before a heading, no number. */
const label = /^(?:场景|场)\s*:\s*/;

/** English opening, with a scene number of numbered scripts on either side. */
const englishOpening =
  /^(?:([A-Z]{0,2}\d+[A-Z]{0,2}(?:-\d+)?)[.\s)]\s*)?(?=(?:INT\.?\s?\/\s?EXT|EXT\.?\s?\/\s?INT|I\.?\/E|E\.?\/I|INT|EXT|EST)(?:[.:]|\s|$))/i;

const sentence = /[!?;…△▲“”"]|[。.](?=\s*\p{Script=Han}{6,})|。$/u;

/**
 * Reads a heading. Undefined where nothing says that it is one. A number alone, or a time of day alone, is a guess; the
 * caller decides by the lines around it.
 */
export const readHeadingLine: (line: Words) => HeadingLine | undefined = perLine(readHeading);

function readHeading(line: Words): HeadingLine | undefined {
  const folded = foldWidth(line.text);
  if (folded.length > 120) return undefined;
  return readEnglish(line, folded) ?? readDomestic(line, folded);
}

function readEnglish(line: Words, folded: string): HeadingLine | undefined {
  const opening = englishOpening.exec(folded);
  if (!opening) return undefined;
  const body = folded.slice(opening[0].length);
  const intro = /^[IE][NXS/.]*[A-Z/.]*/i.exec(body)![0];
  const isShouted = isUpperCase(intro) && isUpperCase(body.replace(/\([^)]*\)/g, ''));
  const { time, location } = parseHeading(body);
  if (!/[.:/]/.test(intro + body.charAt(intro.length)) && !isShouted && time === '') return undefined;
  if (location === '' && time === '' && !/[.]/.test(body)) return undefined;
  const [to, number] = readEndNumber(folded, opening[1]);
  const confidence = isShouted || time !== '' ? 'sure' : 'likely';
  return { words: sliceWords(line, opening[0].length, to), number, confidence };
}

/** Numbered scripts repeat the number at the right edge; Fountain writes it between `#`. */
function readEndNumber(folded: string, number: string | undefined): [to: number, number: string | undefined] {
  const fountain = /\s*#([A-Za-z0-9.-]+)#$/.exec(folded);
  if (fountain) return number === undefined ? [fountain.index, fountain[1]] : [folded.length, number];
  const found = /\s+(\d+[A-Z]{0,2}|[A-Z]{1,2}\d+[A-Z]?)\.?$/.exec(folded);
  if (found && found[1] === number) return [found.index, number];
  const isFarRight = found && number === undefined && /\s{3,}/.test(found[0]);
  return isFarRight ? [found.index, found[1]] : [folded.length, number];
}

function readDomestic(line: Words, folded: string): HeadingLine | undefined {
  if (folded.length > 60 || !hasHan(folded) || sentence.test(folded)) return undefined;
  const found = findNumber(folded);
  const from = found?.length ?? label.exec(folded)?.[0].length ?? 0;
  const rest = folded.slice(from);
  const confidence = judge(rest, found?.isOwn ?? from > 0, found !== undefined);
  if (confidence === undefined) return undefined;
  if (rest.trim() === '') return { words: sliceWords(line, 0), number: undefined, confidence };
  return { words: sliceWords(line, from), number: found && plainNumber(found.number), confidence };
}

function findNumber(folded: string): { length: number; number: string; isOwn: boolean } | undefined {
  for (const { form, isOwn } of numberForms) {
    const match = form.exec(folded);
    if (match) return { length: match[0].length, number: match[1]!, isOwn };
  }
  return undefined;
}

function judge(rest: string, isLabelled: boolean, isNumbered: boolean): Confidence | undefined {
  const spaced = rest.replace(/[/|｜丨]/g, ' ').replace(/[【】()[\]]/g, ' ');
  const { intExt, time } = parseHeading(spaced);
  const saysSide = intExt !== undefined;
  const isProse = /[,，]/.test(rest) && !(saysSide && time !== '');
  if (isLabelled) return isProse ? 'likely' : 'sure';
  if (isProse) return undefined;
  if (saysSide && time !== '') return isNumbered || /^\s*[内外]|[内外]景|[内外]\s*$/.test(rest) ? 'sure' : 'likely';
  if (isNumbered) return saysSide || time !== '' ? 'sure' : 'guess';
  if (saysSide && /^\s*[内外]\s*[景./]|[内外]景\s*$/.test(rest)) return 'likely';
  return time !== '' && /\s/.test(rest.trim()) && rest.length <= 20 ? 'guess' : undefined;
}

/** `十二` as `12`, so that numbers count on from it. */
function plainNumber(number: string): string {
  if (/[0-9]/.test(number)) return number.replace(/\s+/g, '').replace(/[–—]/g, '-');
  let total = 0;
  let digit = 0;
  for (const c of number) {
    const value = '零一二三四五六七八九'.indexOf(c === '两' ? '二' : c === '〇' ? '零' : c);
    if (value >= 0) digit = digit * (/[十百]/.test(number) ? 0 : 10) + value;
    else {
      total += (digit || 1) * (c === '百' ? 100 : 10);
      digit = 0;
    }
  }
  return String(total + digit);
}
