/** The parts of a scene heading, in English and in the Chinese domestic forms. Rules: SPEC.md SC. */

export type IntExt = 'INT' | 'EXT' | 'INT/EXT' | 'EST';

/**
 * A scene heading taken apart. `intExt` is undefined and `time`, `location` are empty where the heading does not say;
 * words are as typed. `number` is one written into the words (`12、`, `1-3 `, `第4场`), not the element's own.
 */
export interface Heading {
  readonly intExt: IntExt | undefined;
  readonly location: string;
  readonly time: string;
  readonly number: string | undefined;
}

/** Times of day that headings name, most used first. Source: Final Draft's list and Chinese domestic use. */
export const timesOfDay = {
  en: [
    ...['DAY', 'NIGHT', 'MORNING', 'AFTERNOON', 'EVENING', 'LATER', 'CONTINUOUS', 'MOMENTS LATER', 'DAWN', 'DUSK'],
    ...['SAME', 'SAME TIME', 'THE NEXT DAY', 'MAGIC HOUR', 'SUNRISE', 'SUNSET', 'NOON', 'MIDNIGHT'],
  ],
  zh: [
    ...[
      '日',
      '夜',
      '晨',
      '清晨',
      '早晨',
      '上午',
      '中午',
      '下午',
      '傍晚',
      '黄昏',
      '晚上',
      '深夜',
      '凌晨',
      '黎明',
      '午夜',
    ],
    ...['早', '午', '晚', '白天', '夜晚', '拂晓', '次日', '稍后', '同时', '连续'],
  ],
} as const;

const intros: Readonly<Record<string, IntExt>> = {
  INT: 'INT',
  EXT: 'EXT',
  EST: 'EST',
  'INT/EXT': 'INT/EXT',
  'EXT/INT': 'INT/EXT',
  'I/E': 'INT/EXT',
  'E/I': 'INT/EXT',
};

const englishIntro = /^(INT\.?\/EXT|EXT\.?\/INT|I\.?\/E|E\.?\/I|INT|EXT|EST)(?:\.\s*|\s+)/i;

/** Numbers that people type before a heading: `第4场`, `12、`, `1-3 日 …`, `4. 内景 …`, `12. INT. …`. */
const numbers = [
  /^第\s*([0-9０-９一二三四五六七八九十百零]+)\s*场[\s、：:]*/,
  /^(\d+[A-Za-z]?(?:-\d+[A-Za-z]?)?)\s*[、．，]\s*/,
  /^(\d+[A-Za-z]?(?:-\d+[A-Za-z]?)?)[.,\s]+(?=\S*\p{Script=Han})/u,
  /^(\d+[A-Za-z]?)[.\s]+(?=(?:INT|EXT|EST|I\/E)[.\s/])/i,
] as const;

/** Takes a heading apart. Text that is no heading is all location. */
export function parseHeading(text: string): Heading {
  const trimmed = text.trim();
  const found = findNumber(trimmed);
  const rest = found ? trimmed.slice(found[0].length) : trimmed;
  const isChinese = /\p{Script=Han}/u.test(rest) && !englishIntro.test(rest);
  return { ...(isChinese ? parseChinese(rest) : parseEnglish(rest)), number: found?.[1] };
}

function findNumber(text: string): RegExpExecArray | undefined {
  const c = text.charCodeAt(0);
  const mayBegin = (c >= 48 && c <= 57) || c === 0x7b2c;
  return mayBegin ? numbers.map((n) => n.exec(text)).find((found) => found !== null) : undefined;
}

type Parts = Omit<Heading, 'number'>;

function parseEnglish(text: string): Parts {
  const intro = englishIntro.exec(text);
  const intExt = intro ? intros[intro[1]!.replaceAll('.', '').toUpperCase()] : undefined;
  const rest = text.slice(intro?.[0].length ?? 0).trim();
  const cut = /^(.*)(?:(?:^|\s+)[-–—]+\s+|\s*[.,]\s+)(.+)$/.exec(rest);
  if (cut && isTime(cut[2]!))
    return { intExt, location: cut[1]!.trim(), time: cut[2]!.replace(/([^.\s][A-Z]{2})\.$/i, '$1') };
  return intro && isTime(rest) ? { intExt, location: '', time: rest } : { intExt, location: rest, time: '' };
}

const timeWords = new Set([
  ...[
    'DAY',
    'NIGHT',
    'MORNING',
    'AFTERNOON',
    'EVENING',
    'LATER',
    'CONTINUOUS',
    'CONT',
    'DAWN',
    'DUSK',
    'SAME',
    'SUNRISE',
  ],
  ...['SUNSET', 'NOON', 'MIDNIGHT', 'DAYTIME', 'NIGHTTIME', 'TWILIGHT', 'HOUR', 'AM', 'PM', 'MIDDAY', 'DAYBREAK'],
]);
const timeModifiers = new Set([
  ...[
    'EARLY',
    'LATE',
    'MID',
    'NEXT',
    'THE',
    'THAT',
    'FOLLOWING',
    'PRE',
    'POST',
    'MOMENTS',
    'MOMENT',
    'MINUTES',
    'SECONDS',
  ],
  ...['HOURS', 'DAYS', 'A', 'AN', 'FEW', 'ONE', 'TWO', 'THREE', 'TIME', 'MAGIC', 'GOLDEN', 'BLUE', 'FOR', 'OF'],
]);

/** Whether the words name a time of day, with or without a remark in brackets: every one is of time, one says which. */
function isTime(words: string): boolean {
  const plain = words
    .replace(/[(（].*$/, '')
    .trim()
    .toUpperCase();
  if (chineseTimes.has(plain)) return true;
  const parts = plain.replaceAll('.', '').split(/[\s-]+/);
  const isClock = (part: string) => /^\d{1,2}(?::\d\d)?(?:AM|PM)$|^\d{1,2}:\d\d$/.test(part);
  const names = parts.some((part) => timeWords.has(part) || isClock(part));
  return names && parts.every((p) => timeWords.has(p) || timeModifiers.has(p) || isClock(p) || /^\d{1,2}$/.test(p));
}

const chineseSides: Readonly<Record<string, IntExt>> = {
  内: 'INT',
  外: 'EXT',
  内外: 'INT/EXT',
  外内: 'INT/EXT',
};

/** `内景`, `内/外`, `外.`: the side that a word names, if that is all it says. */
function chineseSide(word: string): IntExt | undefined {
  return chineseSides[word.replace(/[景./／、。．-]/g, '')];
}

const chineseTimes = new Set<string>([...timesOfDay.zh, '日景', '夜景', '早上', '半夜', '晚间', '正午']);

/**
 * Words are parted by spaces, dashes and points; sides and times of day count at either end. What is left in the middle
 * is the place, its points (`家·客厅`) kept. `日内`, `夜/外` say both in one word.
 */
function parseChinese(text: string): Parts {
  const words = text.split(/\s+[-－–—]+\s+|[\s，,。]+|(?<=^[内外]景?)[.．]/).filter((w) => /[^-－–—]/.test(w));
  const parts: { intExt: IntExt | undefined; time: string } = { intExt: undefined, time: '' };
  while (words.length > 0 && takeChinese(words.at(-1)!, parts)) words.pop();
  while (words.length > 0 && takeChinese(words[0]!, parts)) words.shift();
  return { ...parts, location: words.join(' ') };
}

/** Takes a side, a time or both from a word; false where the word is a place. */
function takeChinese(word: string, parts: { intExt: IntExt | undefined; time: string }): boolean {
  const side = chineseSide(word);
  if (side && parts.intExt === undefined) parts.intExt = side;
  else if (chineseTimes.has(word) && parts.time === '') parts.time = word;
  else {
    const both = /^(.+?)[/／、]?([内外]{1,2}景?)$/.exec(word);
    if (!both || !chineseTimes.has(both[1]!) || parts.intExt !== undefined || parts.time !== '') return false;
    parts.time = both[1]!;
    parts.intExt = chineseSide(both[2]!);
  }
  return true;
}

/**
 * The short name of a scene for a list: its place, the parts joined by commas, capitals turned into a sentence. The
 * whole heading where it names no place.
 */
export function sceneTitle(text: string): string {
  const { location } = parseHeading(text);
  if (location === '') return text.trim();
  const title = location.split(/\s+[-–—]+\s+/).join(', ');
  const isShouted = title === title.toUpperCase() && title !== title.toLowerCase();
  return isShouted ? title.charAt(0) + title.slice(1).toLowerCase() : title;
}
