/** An element in the making. */
import { type Attrs, type Element, type ElementType, noAttrs } from '../element.ts';
import type { FlowLine } from './flow.ts';
import type { Confidence, Recognised, RecogniseReason } from './recognition.ts';
import { joinAll, type Piece, type Words } from './words.ts';

/** What a line was taken for, before ids are given; `from` and `to` are lines of the input. */
export interface Draft {
  type: ElementType;
  words: Words;
  /** Lines that go on the first; joined once, at the end, because a paragraph may have very many. */
  readonly more: Piece[];
  attrs: Attrs;
  confidence: Confidence;
  readonly reason: RecogniseReason;
  readonly from: number;
  to: number;
}

/** Builds drafts of one line. */
export function draftOf(
  line: Pick<FlowLine, 'at'>,
  type: ElementType,
  words: Words,
  reason: RecogniseReason,
  confidence: Confidence = 'sure',
  attrs: Attrs = noAttrs,
): Draft {
  return { type, words, more: [], attrs, confidence, reason, from: line.at, to: line.at + 1 };
}

/** The words of the last line so far. */
export function lastWords({ words, more }: Draft): Words {
  return more.at(-1)?.words ?? words;
}

/** The finished element under its id. */
export function finishDraft({ type, words, more, attrs, confidence, reason, from, to }: Draft, id: string): Recognised {
  const { text, marks } = more.length === 0 ? words : joinAll(words, more);
  const element: Element = marks.length > 0 ? { id, type, text, marks, attrs } : { id, type, text, attrs };
  return { element, confidence, reason, lines: [from, to] };
}
