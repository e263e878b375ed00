/** The words of an element: out of the source, and edited in place. */
import type { XmlNode } from './readXml.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const reference = /&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(\w+));/g;

/** Text with its entities and character numbers resolved; what is neither stays as it is. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole;
    return String.fromCodePoint(hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal));
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 cannot say
const unsayable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** Text for between two tags. What XML 1.0 cannot say (control characters, half surrogate pairs) becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(unsayable, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** A stretch of words: `text` stands for the source from `from` to `to`; of the same length, unless it is a reference or a break. */
interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly isCData: boolean;
}

const token = /<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(.*?)\]\]>|&[^;]*;|\r\n?|[^<&\r]+/gs;

/** The pieces of an element's own words in order, without comments, instructions and child elements. */
function readPieces(source: string, node: XmlNode): Piece[] {
  const pieces: Piece[] = [];
  let at = node.openTo;
  for (const end of [...node.children, undefined]) {
    addPieces(pieces, source, at, end?.from ?? node.closeFrom);
    at = end?.to ?? at;
  }
  return pieces;
}

function addPieces(pieces: Piece[], source: string, start: number, end: number): void {
  for (const match of source.slice(start, end).matchAll(token)) {
    const from = start + match.index;
    const [raw, cdata] = match;
    if (cdata !== undefined) addCData(pieces, cdata, from + '<![CDATA['.length);
    else if (!raw.startsWith('<')) {
      const text = raw[0] === '\r' ? '\n' : raw[0] === '&' ? unescapeXml(raw) : raw;
      pieces.push({ text, from, to: from + raw.length, isCData: false });
    }
  }
}

function addCData(pieces: Piece[], text: string, start: number): void {
  for (const { 0: raw, index } of text.matchAll(/\r\n?|[^\r]+/g)) {
    const from = start + index;
    pieces.push({ text: raw[0] === '\r' ? '\n' : raw, from, to: from + raw.length, isCData: true });
  }
}

const layoutStart = /^[ \t]*(?:\r\n?|\n)[ \t]+/;
const layoutEnd = /(?:\r\n?|\n)[ \t]*$/;

/**
 * Whether the words were laid out over indented lines by a program that sets XML prettily: an indented break after the
 * start tag and a break before the end tag. Final Draft's own breaks are words and never stand so.
 */
function isLaidOut(raw: string): boolean {
  return !raw.includes('<') && layoutStart.test(raw) && layoutEnd.test(raw);
}

/** Line by line, because a pattern that looks for spaces before something else takes the square of their number. */
function collapse(raw: string): string {
  const lines = raw.split(/\r\n?|\n/).map((line) => trimBlanks(line));
  return lines.slice(lines[0] === '' ? 1 : 0, lines.at(-1) === '' ? -1 : undefined).join(' ');
}

function trimBlanks(line: string): string {
  const isBlank = (at: number) => line[at] === ' ' || line[at] === '\t';
  let from = 0;
  let to = line.length;
  while (from < to && isBlank(from)) from++;
  while (to > from && isBlank(to - 1)) to--;
  return line.slice(from, to);
}

/** The words that stand directly in an element: entities and CDATA resolved, breaks as `\n`, a pretty layout collapsed. */
export function readCharData(source: string, node: XmlNode): string {
  const raw = source.slice(node.openTo, node.closeFrom);
  if (isLaidOut(raw)) return unescapeXml(collapse(raw));
  if (!/[<&\r]/.test(raw)) return raw;
  return readPieces(source, node)
    .map((piece) => piece.text)
    .join('');
}

/** Words for between two tags that `readCharData` gives back as they are. Breaks are written as `newline`. */
export function writeCharData(text: string, newline: string): string {
  const escaped = escapeXml(text);
  if (isLaidOut(escaped)) return escaped.replaceAll('\n', '&#10;');
  return newline === '\n' ? escaped : escaped.replaceAll('\n', newline);
}

/** Words to put in place of those from `from` to `to`, offsets in what `readCharData` gives. */
export interface WordChange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The source between an element's tags after a change of its words. Comments, CDATA, entities and children around the
 * change stay. Where that cannot be done in place, all its words are written anew.
 */
export function changeCharData(source: string, node: XmlNode, change: WordChange, newline: string): string {
  const old = readCharData(source, node);
  const wanted = old.slice(0, change.from) + change.text + old.slice(change.to);
  if (isLaidOut(source.slice(node.openTo, node.closeFrom))) return writeCharData(wanted, newline);
  const inPlace = changePieces(source, node, change, newline);
  const reads = node.children.length > 0 || readCharData(inPlace, wholeOf(inPlace)) === wanted;
  return reads ? inPlace : writeCharData(wanted, newline);
}

const wholeOf = (text: string): XmlNode => ({
  ...{ name: '', from: 0, openTo: 0, closeFrom: text.length, to: text.length, children: [] },
});

function changePieces(source: string, node: XmlNode, { from, to, text }: WordChange, newline: string): string {
  const edits: SourceEdit[] = [];
  let at = 0;
  let place = { at: node.openTo, isCData: false };
  for (const piece of readPieces(source, node)) {
    const end = at + piece.text.length;
    const [first, last] = [Math.max(at, from), Math.min(end, to)];
    if (first < last) edits.push({ ...sourceOf(piece, first - at, last - at), text: '' });
    if (at < from || at === 0)
      place = { at: sourceOf(piece, 0, Math.max(0, Math.min(end, from) - at)).to, isCData: piece.isCData };
    at = end;
  }
  const words = escapeXml(text).replaceAll('\n', newline);
  if (text !== '') edits.push({ from: place.at, to: place.at, text: place.isCData ? `]]>${words}<![CDATA[` : words });
  return applyEdits(source, node.openTo, node.closeFrom, edits).replace(closing, (found) =>
    found === ']]>' ? ']]&gt;' : found,
  );
}

/** What a CDATA section ends with may not stand in plain words, where an edit can bring it together. */
const closing = /<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|\]\]>/gs;

/** The source of some of a piece's words. A reference is taken whole or not at all. */
function sourceOf({ text, from, to }: Piece, start: number, end: number): { from: number; to: number } {
  if (text.length === to - from) return { from: from + start, to: from + end };
  return { from, to: end === 0 ? from : to };
}

/** A stretch of source to be replaced. */
export interface SourceEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The source from `from` to `to` with edits that do not overlap; at one place, in the order in which they are given. */
export function applyEdits(source: string, from: number, to: number, edits: readonly SourceEdit[]): string {
  let out = '';
  let at = from;
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    out += source.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return out + source.slice(at, to);
}
