/** The parts of a scene heading as a list shows them. What the heading does not say stays empty; nothing is corrected. */

export interface SceneHeading {
  /** `INT`, `EXT`, `INT/EXT`, `内`, `外` … */
  readonly intExt: string;
  /** The place, its parts joined by commas; a place in capitals only is written small. */
  readonly place: string;
  /** The time of day as written; empty when there is none. */
  readonly time: string;
}

const ENGLISH_START = /^\s*(INT\.?\s*\/\s*EXT|EXT\.?\s*\/\s*INT|I\/E|INT|EXT|EST)(?:\.|\s|$)\s*/i;
const ENGLISH_TIME =
  /^(?:(?:EARLY |LATE |MID[- ]?)?(?:DAY|NIGHT|MORNING|EVENING|AFTERNOON|DAWN|DUSK|SUNRISE|SUNSET|NOON|MIDNIGHT|TWILIGHT)|(?:MOMENTS |MINUTES |HOURS )?LATER|CONTINUOUS|SAME(?: TIME)?|MAGIC HOUR)\b.*$/i;
const CHINESE_SIDE = /^(?:内\/?外|外\/?内|[内外])景?$/;
const CHINESE_TIME = /^(?:日|夜|晨|昏|晚|清晨|早晨|上午|中午|下午|傍晚|黄昏|夜晚|深夜|凌晨|白天|日转夜|夜转日)$/;
const CHINESE_NUMBER = /^\s*[\d一二三四五六七八九十百零]+\s*[、.．]\s*/;
const HAN = /\p{Script=Han}/u;

const small = (words: string): string => {
  if (words !== words.toUpperCase()) return words;
  const lower = words.toLowerCase();
  return lower.replace(/\p{L}/u, (letter) => letter.toUpperCase());
};

/** Reads a heading in English or Chinese. Source: the two formats of the script page. */
export function readSceneHeading(text: string): SceneHeading {
  const line = text.replace(/\n/g, ' ').trim();
  const english = ENGLISH_START.exec(line);
  return !english && HAN.test(line) ? readChinese(line) : readEnglish(line, english);
}

function readEnglish(line: string, start: RegExpExecArray | null): SceneHeading {
  const parts = line
    .slice(start?.[0].length ?? 0)
    .split(/\s+[-–—]+\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const time = parts.length > 1 && ENGLISH_TIME.test(parts.at(-1)!) ? parts.pop()! : '';
  const intExt = (start?.[1] ?? '').toUpperCase().replace(/[.\s]/g, '').replace('I/E', 'INT/EXT');
  return { intExt, place: small(parts.join(', ')) || (start ? '' : line), time };
}

function readChinese(line: string): SceneHeading {
  const parts = line
    .replace(CHINESE_NUMBER, '')
    .split(/[\s.．。\-–—，,]+/)
    .filter((part) => part !== '');
  const take = (pattern: RegExp): string => {
    const at = parts.findLastIndex((part) => pattern.test(part));
    return at < 0 ? '' : parts.splice(at, 1)[0]!;
  };
  const intExt = take(CHINESE_SIDE).replace('景', '');
  const time = take(CHINESE_TIME);
  return { intExt, place: parts.join(' ') || line, time };
}
