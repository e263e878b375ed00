/** Fountain text to elements, losslessly: every element remembers the stretch of source it came from. Rules: SPEC.md FR. */
import { type Attrs, type Element, type ElementType, isSpoken, noAttrs } from '../element.ts';
import {
  isCenteredLine,
  isCueLine,
  isForcedHeading,
  isHeadingLine,
  isPageBreakLine,
  isParentheticalLine,
  isTransitionLine,
  leadOf,
} from './line.ts';
import { hasInline, type InlineText, readInline } from './readInline.ts';
import { cutMarks, isHeld, type SourceLine, SourceLines, visibleRange } from './sourceLines.ts';
import { readTitlePage, type TitleEntry, type TitleSpan } from './titlePage.ts';

/** Where an element stands in the source: offsets in UTF-16 units, without the line ending after it. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly element: Element;
}

/**
 * A read script. `source` and `spans` (in source order, one per element) are what `writeFountain` needs to give untouched
 * stretches back byte for byte; `titleEnd` is the offset after the title page (after the byte order mark without one).
 */
export interface FountainDocument {
  readonly title: readonly TitleEntry[];
  readonly elements: readonly Element[];
  readonly source: string;
  readonly spans: readonly Span[];
  readonly titleSpans: readonly TitleSpan[];
  readonly titleEnd: number;
}

/** Names the element at `index`, counted from 0 in source order. Must be unique in the script. */
export type NewId = (index: number) => string;

/**
 * Ids that a second reading of the same text repeats: `prefix` and the element's index in base 36. With a prefix of the
 * script's own, the ids of a fresh reading match those that the document kept from its import.
 */
export function idsFrom(prefix: string): NewId {
  return (index) => prefix + index.toString(36);
}

/**
 * Reads Fountain. Never fails: what is no other element is action. The same text and the same `newId` give the same
 * elements (`e1`, `e2` … without one). An unclosed boneyard runs to the end; an unclosed note is text.
 */
export function readFountain(source: string, options: { readonly newId?: NewId } = {}): FountainDocument {
  const { spans: titleSpans, end: titleEnd } = readTitlePage(source);
  const reader = new Reader(source, options.newId ?? ((index) => `e${index + 1}`));
  reader.run(titleEnd);
  const spans: readonly Span[] = reader.drafts;
  const title = titleSpans.map(({ key, value }) => ({ key, value }));
  return { title, titleSpans, titleEnd, elements: spans.map((s) => s.element), source, spans };
}

/** A span in the making: its element may still grow. */
interface Draft {
  readonly from: number;
  to: number;
  readonly element: { -readonly [K in keyof Element]: Element[K] };
}

class Reader {
  readonly drafts: Draft[] = [];
  private readonly lines: SourceLines;
  private readonly newId: NewId;
  /** The paragraph that the next line may join: absent after a blank line or a one-line element. */
  private open: Draft | undefined;
  private inSpeech = false;
  private blankBefore = true;
  private lastCue: Draft | undefined;

  constructor(source: string, newId: NewId) {
    this.newId = newId;
    this.lines = new SourceLines(source);
  }

  run(from: number): void {
    let line = this.lines.read(from);
    while (line) {
      const next = this.lines.read(line.next);
      if (line.bare === '') this.readBlank(line, next);
      else this.readLine(line, next);
      line = next;
    }
  }

  private readBlank(line: SourceLine, next: SourceLine | undefined): void {
    const visible = line.raw.trim();
    if (this.inSpeech && isHeld(line) && next !== undefined && (next.bare !== '' || isHeld(next))) {
      if (this.open?.element.type === 'dialogue') this.open.element.text += '\n';
      return;
    }
    this.open = undefined;
    this.inSpeech = false;
    if (visible !== '') this.addNotes(line, visible);
    this.blankBefore = true;
  }

  /** A line of nothing but one note or boneyard is an element, so that it can be moved and edited. */
  private addNotes(line: SourceLine, visible: string): void {
    const isBoneyard = visible.startsWith('/*');
    const closing = isBoneyard ? '*/' : ']]';
    const body = visible.slice(2, visible.endsWith(closing) ? -2 : undefined);
    if (body.includes(closing)) this.add('note', line, this.inline(visible));
    else this.add('note', line, { text: unifyBreaks(body), marks: [] }, isBoneyard ? { boneyard: true } : noAttrs);
  }

  /** The order of tests decides: outline, forced marks, speech, headings and transitions, cues, action. */
  private readLine(line: SourceLine, next: SourceLine | undefined): void {
    const raw = line.raw.trim();
    const lead = leadOf(line.bare);
    if (this.readOutline(line, raw, lead) || this.readForced(line, raw, lead)) return;
    if (this.inSpeech) this.readSpeech(line, raw);
    else if (!this.readForcedBlock(line, raw, lead) && !this.readNatural(line, next, raw, lead)) {
      this.joinAction(line, line.raw);
    }
  }

  private readOutline(line: SourceLine, raw: string, lead: string): boolean {
    if (lead === '=' && isPageBreakLine(line.bare)) {
      this.single('pageBreak', line, '');
      return true;
    }
    if (this.inSpeech || (lead !== '#' && lead !== '=') || line.bare.startsWith('==')) return false;
    if (lead === '=') this.single('synopsis', line, cutMarks(raw, 1));
    else {
      const count = /^[#＃]+/.exec(line.bare)![0].length;
      this.single('section', line, cutMarks(raw, count), { level: Math.min(6, count) });
    }
    return true;
  }

  /** Marks that count inside a speech too: `!`, `!!`, `~`. */
  private readForced(line: SourceLine, raw: string, lead: string): boolean {
    if (lead === '~') this.open = this.add('lyrics', line, this.inline(cutMarks(raw, 1)));
    else if (lead !== '!') return false;
    else if (line.bare.startsWith('!!')) this.single('shot', line, cutMarks(raw, 2));
    else {
      this.inSpeech = false;
      this.joinAction(line, cutForce(line.raw));
    }
    return true;
  }

  /** Marks that count outside a speech only: `.`, `@`, `>`. */
  private readForcedBlock(line: SourceLine, raw: string, lead: string): boolean {
    if (lead === '>' && isCenteredLine(line.bare)) this.joinLine('centered', line, cutMarks(raw, 1, 1));
    else if (!this.blankBefore) return false;
    else if (isForcedHeading(line.bare)) this.addHeading(line, cutMarks(raw, 1));
    else if (lead === '@' && line.bare.length > 1) this.addCue(line, cutMarks(raw, 1));
    else if (lead === '>') this.single('transition', line, cutMarks(raw, 1));
    else return false;
    return true;
  }

  private readNatural(line: SourceLine, next: SourceLine | undefined, raw: string, lead: string): boolean {
    if (!this.blankBefore) return false;
    const { bare } = line;
    const blankAfter = next === undefined || (next.bare === '' && !isHeld(next));
    if (blankAfter && isHeadingLine(bare)) this.addHeading(line, raw);
    else if (blankAfter && isTransitionLine(bare)) this.single('transition', line, raw);
    else if (!blankAfter && lead !== '\\' && isCueLine(bare) && !isHeadingLine(bare)) this.addCue(line, raw);
    else return false;
    return true;
  }

  private readSpeech(line: SourceLine, raw: string): void {
    const isParenthetical = isParentheticalLine(line.bare) && this.open?.element.type !== 'parenthetical';
    if (isParenthetical) this.open = this.add('parenthetical', line, this.inline(raw));
    else this.joinLine('dialogue', line, raw);
  }

  private addHeading(line: SourceLine, raw: string): void {
    const end = raw.endsWith(']') || raw.endsWith('/') ? visibleRange(raw).to : raw.length;
    const number = /\s*#([A-Za-z0-9.-]+)#$/.exec(raw.slice(0, end));
    const words = number ? raw.slice(0, number.index) + raw.slice(end) : raw;
    this.single('heading', line, words, number ? { number: number[1]! } : noAttrs);
  }

  private addCue(line: SourceLine, raw: string): void {
    const isDual = line.bare.endsWith('^') && !line.bare.endsWith('\\^');
    const before = this.lastCue?.element;
    const pairs = isDual && before !== undefined && before.attrs.dual !== 'right' && this.speechIsLast(before);
    if (pairs) before.attrs = { ...before.attrs, dual: 'left' };
    const words = this.inline(isDual ? cutMarks(raw, 0, 1) : raw);
    this.lastCue = this.add('character', line, words, pairs ? { dual: 'right' } : noAttrs);
    this.open = this.lastCue;
    this.inSpeech = true;
  }

  /** Whether nothing but the speech of `cue` stands after it. */
  private speechIsLast(cue: Element): boolean {
    return this.drafts.findLast((d) => !isSpoken(d.element))?.element === cue;
  }

  private single(type: ElementType, line: SourceLine, raw: string, attrs: Attrs = noAttrs): void {
    this.add(type, line, this.inline(raw), attrs);
    this.open = undefined;
    this.inSpeech = false;
    this.blankBefore = type !== 'heading' && type !== 'transition' && type !== 'shot';
  }

  private joinLine(type: 'centered' | 'dialogue', line: SourceLine, raw: string): void {
    if (this.open?.element.type === type) this.join(line, raw);
    else this.open = this.add(type, line, this.inline(raw));
    this.blankBefore = false;
  }

  private joinAction(line: SourceLine, raw: string): void {
    if (this.open?.element.type === 'action') this.join(line, raw.trimEnd());
    else this.open = this.add('action', line, this.inline(raw.trimEnd()));
    this.blankBefore = false;
  }

  private join(line: SourceLine, raw: string): void {
    const { element } = this.open!;
    const at = element.text.length + 1;
    const { text, marks } = this.inline(raw);
    element.text += `\n${text}`;
    this.open!.to = line.to;
    if (marks.length === 0) return;
    const moved = marks.map((m) => ({ type: m.type, from: m.from + at, to: m.to + at }));
    element.marks = [...(element.marks ?? []), ...moved];
  }

  private add(type: ElementType, line: SourceLine, { text, marks }: InlineText, attrs: Attrs = noAttrs): Draft {
    const id = this.newId(this.drafts.length);
    const element: Element = marks.length > 0 ? { id, type, text, marks, attrs } : { id, type, text, attrs };
    const draft: Draft = { from: line.from, to: line.to, element };
    this.drafts.push(draft);
    this.blankBefore = false;
    return draft;
  }

  private inline(raw: string): InlineText {
    return hasInline(raw) ? readInline(unifyBreaks(raw)) : { text: raw, marks: [] };
  }
}

/** Action keeps its leading spaces; those before the `!` are not its own. */
function cutForce(raw: string): string {
  const at = visibleRange(raw).from;
  return raw.slice(0, at).trimStart() + raw.slice(at + 1);
}

/** Line breaks inside a note or a boneyard as `\n`, whatever the source's are. */
function unifyBreaks(raw: string): string {
  return raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
}
