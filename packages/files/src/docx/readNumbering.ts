/** Automatic numbers: how a list writes them, and counting them in the order of the paragraphs. */
import { readXml } from './readXml.ts';

interface Level {
  format: string;
  text: string;
  start: number;
}

interface Numbering {
  /** Levels by abstract list. */
  readonly lists: Map<string, Map<number, Level>>;
  /** Abstract list by the id that paragraphs name, and starts that it sets anew. */
  readonly nums: Map<string, { list: string; starts: Map<number, number> }>;
}

/** Gives the label of the next paragraph of a list; undefined for bullets and unknown lists. */
export type NextLabel = (numId: string, level: number) => string | undefined;

/** A counter over one document. A damaged or absent part counts nothing. */
export function readNumbering(part: Uint8Array | undefined): NextLabel {
  const numbering: Numbering = { lists: new Map(), nums: new Map() };
  if (part !== undefined) readParts(part, numbering);
  const counts = new Map<string, number[]>();
  return (numId, level) => {
    const num = numbering.nums.get(numId);
    const levels = num && numbering.lists.get(num.list);
    const own = levels?.get(level);
    if (!num || !levels || !own || level < 0 || level > 8) return undefined;
    const key = num.starts.size > 0 ? `${num.list} ${numId}` : num.list;
    const count = counts.get(key) ?? [];
    counts.set(key, count);
    const startOf = (l: number) => num.starts.get(l) ?? levels.get(l)?.start ?? 1;
    count[level] = count[level] === undefined ? startOf(level) : count[level] + 1;
    count.length = level + 1;
    if (own.format === 'bullet' || own.format === 'none') return undefined;
    return own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const l = Number(digit) - 1;
      return formatNumber(count[l] ?? startOf(l), levels.get(l)?.format ?? 'decimal');
    });
  };
}

function readParts(part: Uint8Array, { lists, nums }: Numbering): void {
  let list: Map<number, Level> | undefined;
  let level: Level | undefined;
  let num: { list: string; starts: Map<number, number> } | undefined;
  let override = 0;
  readXml(part, {
    open(name, attribute) {
      const value = attribute('val') ?? '';
      if (name === 'abstractNum') {
        list = new Map();
        lists.set(attribute('abstractNumId') ?? '', list);
      } else if (name === 'num') {
        num = { list: '', starts: new Map() };
        nums.set(attribute('numId') ?? '', num);
      } else if (name === 'lvl' && list) {
        level = { format: 'decimal', text: '', start: 1 };
        list.set(Number(attribute('ilvl')), level);
      } else if (name === 'abstractNumId' && num) num.list = value;
      else if (name === 'lvlOverride') override = Number(attribute('ilvl'));
      else if (name === 'startOverride' && num) num.starts.set(override, Number(value) || 0);
      else if (!level) return;
      else if (name === 'numFmt') level.format = value;
      else if (name === 'lvlText') level.text = value;
      else if (name === 'start') level.start = Number(value) || 0;
    },
    close(name) {
      if (name === 'lvl') level = undefined;
      if (name === 'abstractNum') list = undefined;
      if (name === 'num') num = undefined;
    },
    text() {},
  });
}

const han = [...'〇一二三四五六七八九'];

function formatNumber(n: number, format: string): string {
  if (format === 'upperLetter' || format === 'lowerLetter') return letters(n, format === 'upperLetter' ? 65 : 97);
  if (format === 'upperRoman') return roman(n);
  if (format === 'lowerRoman') return roman(n).toLowerCase();
  if (format === 'decimalZero') return String(n).padStart(2, '0');
  if (
    /^(?:chineseCounting|chineseCountingThousand|taiwaneseCounting|ideographTraditional|japaneseCounting)$/.test(format)
  )
    return chinese(n);
  if (/^ideographDigital|^taiwaneseDigital|^koreanDigital/.test(format))
    return [...String(n)].map((c) => han[Number(c)] ?? c).join('');
  return String(n);
}

const letters = (n: number, first: number) =>
  n < 1 || n > 780 ? String(n) : String.fromCharCode(first + ((n - 1) % 26)).repeat(Math.ceil(n / 26));

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n);
  const parts = [
    1000,
    'M',
    900,
    'CM',
    500,
    'D',
    400,
    'CD',
    100,
    'C',
    90,
    'XC',
    50,
    'L',
    40,
    'XL',
    10,
    'X',
    9,
    'IX',
    5,
    'V',
    4,
    'IV',
    1,
    'I',
  ] as const;
  let out = '';
  let left = n;
  for (let i = 0; i < parts.length; i += 2)
    while (left >= (parts[i] as number)) {
      out += parts[i + 1];
      left -= parts[i] as number;
    }
  return out;
}

/** `一百零二`, up to 999. */
function chinese(n: number): string {
  if (n < 1 || n > 999) return String(n);
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const head = hundreds ? `${han[hundreds]}百` : '';
  const middle = tens ? `${tens === 1 && !hundreds ? '' : han[tens]}十` : hundreds && ones ? '零' : '';
  return head + middle + (ones ? han[ones]! : '');
}
