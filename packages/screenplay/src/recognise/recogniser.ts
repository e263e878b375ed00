/** Walks over the lines of one text and judges each by its looks, its words and where it stands. Rules: SPEC.md RG. */
import { type ElementType, speakerOf } from '../element.ts';
import { isHeadingLine } from '../fountain/line.ts';
import { type Context, mayBeCue, nameOf } from './context.ts';
import { isMarkedLine, readMarkedLine, speechDrafts } from './domesticLine.ts';
import { type Draft, draftOf, lastWords } from './draft.ts';
import { type FlowLine, hasHan } from './flow.ts';
import type { WithoutFurniture } from './furniture.ts';
import { readHeadingLine } from './headingLine.ts';
import type { Confidence, Dropped } from './recognition.ts';
import { readSpeechLine } from './speechLine.ts';
import { readStyledLine } from './styledLine.ts';
import { joinWords, plainWords, sliceWords } from './words.ts';
import { inlineWords, readCapitalLine, readForcedLine } from './wordsLine.ts';
import { type DenseWidths, isFullLine, readDenseWidths, readWrapping, separator, type Wrapping } from './wrapping.ts';

type SpeechState = 'none' | 'cue' | 'words';

/** One walk; `run` once. `drafts` are the elements in order, `dropped` the repeated cues. */
export class Recogniser {
  readonly drafts: Draft[] = [];
  readonly dropped: Dropped[] = [];
  private readonly flow: readonly FlowLine[];
  private readonly context: Context;
  private readonly page: WithoutFurniture;
  private readonly isForced: boolean;
  private readonly wrapping: Wrapping;
  private readonly dense: DenseWidths | undefined;
  private speech: SpeechState = 'none';
  private last: FlowLine | undefined;
  /** Whether a repeated cue was just left out: the next line goes on the speech before it. */
  private isBroken = false;

  constructor(flow: readonly FlowLine[], context: Context, page: WithoutFurniture, isForced: boolean) {
    this.flow = flow;
    this.context = context;
    this.page = page;
    this.isForced = isForced;
    const isDense = !context.hasBlanks && !context.columns && !context.isDomestic && !context.isParagraphs;
    this.dense = isDense ? readDenseWidths(flow, (line, next) => mayBeCue(line, next, false)) : undefined;
    this.wrapping = readWrapping(flow, (line, next) => this.mayContinue(line, next), context.columns !== undefined);
  }

  run(): this {
    this.flow.forEach((line, i) => {
      this.read(line, this.flow[i + 1]);
      this.last = line;
    });
    return this;
  }

  private read(line: FlowLine, next: FlowLine | undefined): void {
    if (this.dropContinuedCue(line, next) || this.goOn(line, next)) return;
    const drafts =
      readStyledLine(line, this.drafts.at(-1)?.type) ?? this.readPattern(line) ?? this.readPlace(line, next);
    this.placeNumber(line, drafts[0]!);
    if (line.hint.startsNewPage) drafts[0]!.attrs = { ...drafts[0]!.attrs, startsNewPage: true };
    this.add(drafts);
  }

  /** An automatic number that is no scene number goes before the words, or, where it would change a name, is listed. */
  private placeNumber(line: FlowLine, draft: Draft): void {
    const { number } = line.hint;
    if (!number || draft.attrs.number !== undefined) return;
    if (draft.type === 'action' || draft.type === 'general' || draft.type === 'section')
      draft.words = joinWords(plainWords(number), ' ', draft.words);
    else this.dropped.push({ text: number, reason: 'listNumber', lines: [line.at, line.at + 1] });
  }

  private add(drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      if (this.isForced) draft.words = inlineWords(draft.words);
      this.drafts.push(draft);
    }
    const { type } = drafts.at(-1)!;
    const isWords = type === 'dialogue' || type === 'lyrics';
    if (type === 'character' || type === 'parenthetical') this.speech = 'cue';
    else this.speech = isWords ? 'words' : 'none';
  }

  /** What a line says by itself. */
  private readPattern(line: FlowLine): Draft[] | undefined {
    const forced = this.isForced ? readForcedLine(line) : undefined;
    if (forced) return [forced];
    return readMarkedLine(line) ?? this.readHeading(line) ?? this.readRunIn(line) ?? this.readCapitals(line);
  }

  private readCapitals(line: FlowLine): Draft[] | undefined {
    const isSpoken = this.speech !== 'none' && line.blankAbove === 0 && this.context.hasBlanks;
    const draft = isSpoken ? undefined : readCapitalLine(line);
    return draft && [draft];
  }

  private readHeading(line: FlowLine): Draft[] | undefined {
    const shown = line.hint.number;
    const heading = readHeadingLine(shown ? joinWords(plainWords(shown), ' ', line) : line);
    if (heading === undefined) return undefined;
    const { words, number, confidence } = heading;
    if (confidence === 'guess' && !this.isHeadingPlace(line)) return undefined;
    if (confidence !== 'sure' && !this.context.isDomestic && this.isInSpeech(line)) return undefined;
    const attrs = number === undefined ? {} : { number };
    return [
      draftOf(line, 'heading', words, number === undefined ? 'headingPattern' : 'sceneNumber', confidence, attrs),
    ];
  }

  /** A guess needs the looks of a heading: bold, or space above it and few words. */
  private isHeadingPlace(line: FlowLine): boolean {
    const isApart = line.hint.isBold === true || line.blankAbove > 0 || this.drafts.length === 0;
    return isApart && line.text.length <= 24 && this.context.isDomestic;
  }

  private isInSpeech(line: FlowLine): boolean {
    return this.speech === 'cue' || (this.speech === 'words' && line.blankAbove === 0 && this.context.hasBlanks);
  }

  private readRunIn(line: FlowLine): Draft[] | undefined {
    const speech = this.context.isDomestic ? readSpeechLine(line) : undefined;
    if (speech === undefined) return undefined;
    const count = this.context.names.get(speech.name) ?? 0;
    const confidence: Confidence = count > 1 ? 'sure' : speech.name.length <= 6 ? 'likely' : 'guess';
    return speechDrafts(line, speech, confidence);
  }

  /** What a line is by where it stands. */
  private readPlace(line: FlowLine, next: FlowLine | undefined): Draft[] {
    const { columns, isDomestic } = this.context;
    if (isDomestic) return [this.readDomesticPlace(line)];
    return [columns ? this.readColumn(line, next) : this.readWords(line, next)];
  }

  private readDomesticPlace(line: FlowLine): Draft {
    if (this.speech === 'cue' && line.blankAbove === 0) return this.spoken(line, 'afterCue', 'likely');
    if (line.hint.align === 'center') return draftOf(line, 'centered', line, 'alignment', 'likely');
    return draftOf(line, 'action', line, 'noPattern', 'likely');
  }

  private readColumn(line: FlowLine, next: FlowLine | undefined): Draft {
    const columns = this.context.columns!;
    const offset = columns.offset(line);
    if (line.hint.align === 'right') return draftOf(line, 'transition', line, 'alignment', 'likely');
    if (columns.isCue(line, next)) return draftOf(line, 'character', line, 'column');
    const isGap = line.blankAbove > (this.page.pageStarts.has(line) ? 9 : 0) && this.context.hasBlanks;
    if (offset >= 4 && this.speech !== 'none' && !isGap) return this.spoken(line, 'column', 'sure');
    if (line.hint.align === 'center' || isCentered(line, offset))
      return draftOf(line, 'centered', line, 'alignment', 'likely');
    if (offset >= 30) return draftOf(line, 'transition', line, 'column', 'guess');
    if (offset >= 4 && offset <= 14) return this.spoken(line, 'column', 'guess');
    return draftOf(line, 'action', line, 'column', offset < 4 ? 'sure' : 'guess');
  }

  private readWords(line: FlowLine, next: FlowLine | undefined): Draft {
    if (line.hint.align === 'right') return draftOf(line, 'transition', line, 'alignment', 'likely');
    const isSpoken = this.speech === 'cue' || (this.speech === 'words' && this.goesOnSpeaking(line));
    if (isSpoken && (line.blankAbove === 0 || !this.context.hasBlanks)) return this.spoken(line, 'afterCue', 'likely');
    if (this.isCuePlace(line) && mayBeCue(line, next, this.context.hasBlanks)) return this.cue(line, next!);
    if (line.hint.align === 'center') return draftOf(line, 'centered', line, 'alignment', 'likely');
    return draftOf(line, 'action', line, 'noPattern', 'likely');
  }

  private goesOnSpeaking(line: FlowLine): boolean {
    return this.context.hasBlanks || /^[(（].*[)）]$/s.test(line.text);
  }

  private isCuePlace(line: FlowLine): boolean {
    const before = this.drafts.at(-1)?.type;
    const isAfterBlock =
      before === undefined || ['heading', 'transition', 'shot', 'section', 'actStart'].includes(before);
    return !this.context.hasBlanks || line.blankAbove > 0 || isAfterBlock;
  }

  private cue(line: FlowLine, next: FlowLine): Draft {
    const isDual = line.text.endsWith('^');
    const words = isDual ? sliceWords(line, 0, line.text.length - 1) : line;
    const isKnown = (this.context.names.get(nameOf(line.text)) ?? 0) > 1 || /^[(（]/.test(next.text);
    const shape = hasHan(line.text) ? 'cueName' : 'cueCapitals';
    const confidence = isKnown ? 'sure' : hasHan(line.text) && line.text.length > 4 ? 'guess' : 'likely';
    const draft = draftOf(line, 'character', words, shape, confidence);
    const before = isDual ? this.drafts.findLast((d) => d.type === 'character') : undefined;
    if (before) {
      before.attrs = { ...before.attrs, dual: 'left' };
      draft.attrs = { dual: 'right' };
    }
    return draft;
  }

  /** Parenthetical or dialogue. */
  private spoken(line: FlowLine, reason: Draft['reason'], confidence: Confidence): Draft {
    const opens = /^[(（]/.test(line.text) && (/[)）]$/.test(line.text) || this.context.columns !== undefined);
    const isOpen = opens && this.drafts.at(-1)?.type !== 'parenthetical';
    if (isOpen) return draftOf(line, 'parenthetical', line, 'brackets', confidence);
    return draftOf(line, 'dialogue', line, reason, confidence);
  }

  /** The cue that a page repeats above the rest of a speech. */
  private dropContinuedCue(line: FlowLine, next: FlowLine | undefined): boolean {
    if (this.speech === 'none' || next === undefined || !this.page.pageStarts.has(line)) return false;
    const cue = this.drafts.findLast((d) => d.type === 'character');
    if (cue === undefined || !/[(（](?:CONT[’']?D\.?|续)[)）]$/i.test(line.text)) return false;
    const isSame = nameOf(line.text) === speakerOf({ id: '', type: 'character', text: cue.words.text, attrs: {} });
    if (!isSame || next.blankAbove > 0) return false;
    this.dropped.push({ text: line.text, reason: 'continuedCue', lines: [line.at, line.at + 1] });
    this.isBroken = true;
    return true;
  }

  /** Joins the line to the paragraph above it, by its width or, for text, by a line break. */
  private goOn(line: FlowLine, next: FlowLine | undefined): boolean {
    const draft = this.drafts.at(-1);
    const before = this.last;
    const isBroken = this.isBroken && draft?.type === 'dialogue' && !/^[(（]/.test(line.text);
    this.isBroken = false;
    if (draft === undefined || before === undefined || !this.mayContinue(before, line)) return false;
    if (!joinable.has(draft.type) || isClosed(draft)) return false;
    const isOpen = draft.type === 'parenthetical' && this.context.columns !== undefined;
    if (this.dense && mayBeCue(line, next, false)) return false;
    if (isBroken || isOpen || this.isWrapped(draft, before, line)) {
      this.join(draft, line, separator(lastWords(draft).text, line.text));
      return true;
    }
    const isLines = !this.context.isParagraphs && !this.context.isDomestic && this.context.hasBlanks;
    if (!isLines || draft.type === 'parenthetical' || Math.abs(before.indent - line.indent) > 1) return false;
    if (this.context.columns?.isCue(line, next)) return false;
    if (draft.type === 'dialogue' && /^[(（].*[)）]$/s.test(line.text)) return false;
    this.join(draft, line, '\n');
    return true;
  }

  private isWrapped(draft: Draft, before: FlowLine, line: FlowLine): boolean {
    if (!this.dense) return this.wrapping.continues(before, line);
    if (draft.type === 'parenthetical') return true;
    return isFullLine(before, line, draft.type === 'dialogue' ? this.dense.speech : this.dense.body);
  }

  private join(draft: Draft, line: FlowLine, between: string): void {
    draft.more.push({ between, words: this.isForced ? inlineWords(line) : line });
    draft.to = line.at + 1;
  }

  /** Whether a line could go on the one above: nothing parts them, and it has no pattern of its own. */
  private mayContinue(before: FlowLine, line: FlowLine): boolean {
    const isGap = line.blankAbove > 0 && !(this.page.pageStarts.has(line) && /^\p{Ll}/u.test(line.text));
    if (
      isGap ||
      this.context.isParagraphs ||
      line.hint.style !== undefined ||
      line.hint.number ||
      line.hint.startsNewPage
    )
      return false;
    if (isMarkedLine(line) || isHeadingLine(line.text) || readHeadingLine(line)?.confidence === 'sure') return false;
    if (this.isForced && readForcedLine(line)) return false;
    if (this.context.isDomestic) return readSpeechLine(line) === undefined && before.text !== '';
    return readCapitalLine(line) === undefined || this.speech !== 'none';
  }
}

const joinable: ReadonlySet<ElementType> = new Set([
  'action',
  'dialogue',
  'parenthetical',
  'general',
  'centered',
  'lyrics',
]);

/** A parenthetical whose bracket is shut takes nothing more. */
const isClosed = (draft: Draft) => draft.type === 'parenthetical' && /[)）]$/.test(lastWords(draft).text);

/** A line in the middle of the page, right of the body. */
function isCentered(line: FlowLine, offset: number): boolean {
  return offset >= 8 && Math.abs(offset + line.text.length / 2 - 30) <= 4;
}
