/** An element in the making. */
import { type Attrs, type Element, type ElementType, noAttrs } from '../element.ts';
import type { FlowLine } from './flow.ts';
import type { Confidence, Recognised, RecogniseReason } from './recognition.ts';
import type { Words } from './words.ts';

/** What a line was taken for, before ids are given; `from` and `to` are lines of the input. */
export interface Draft {
  type: ElementType;
  words: Words;
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
  return { type, words, attrs, confidence, reason, from: line.at, to: line.at + 1 };
}

/** The finished element under its id. */
export function finishDraft({ type, words, attrs, confidence, reason, from, to }: Draft, id: string): Recognised {
  const { text, marks } = words;
  const element: Element = marks.length > 0 ? { id, type, text, marks, attrs } : { id, type, text, attrs };
  return { element, confidence, reason, lines: [from, to] };
}
