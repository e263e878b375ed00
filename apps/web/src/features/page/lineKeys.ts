/** Every drag and click on a line has a key: arrows walk the lines, with Shift they grow and shrink the shot by a word. */
import { comparePlaces } from '@tramline/collab';
import type { WordRange } from '../workspace/focusStore.ts';
import { nextWordEnd, nextWordStart, previousWordEnd, previousWordStart, type Texts } from './wordSteps.ts';

/** The facts of a key press that matter here; a `KeyboardEvent` is one. */
export interface LinePress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly ctrlKey: boolean;
}

export type LineCommand =
  | { readonly type: 'walk'; readonly by: 1 | -1 }
  /** Moves one end of the shot by a word; `by` 1 is towards the end of the script. */
  | { readonly type: 'resize'; readonly end: 'first' | 'last'; readonly by: 1 | -1 }
  | { readonly type: 'nextStale' }
  | { readonly type: 'leave' };

/** What a key means while a line has the focus. Enter and the space bar press the button by themselves. */
export function readLineKey({ key, shiftKey, altKey, metaKey, ctrlKey }: LinePress): LineCommand | undefined {
  if (metaKey || ctrlKey) return undefined;
  const by = { ArrowDown: 1, ArrowUp: -1 }[key] as 1 | -1 | undefined;
  if (by && shiftKey) return { type: 'resize', end: altKey ? 'first' : 'last', by };
  if (by) return { type: 'walk', by };
  if (altKey || shiftKey) return undefined;
  if (key === '.') return { type: 'nextStale' };
  return key === 'Escape' ? { type: 'leave' } : undefined;
}

/** The range with one end moved by a word; undefined where there is no further word, or none would be left. */
export function resizeRange(
  texts: Texts,
  range: WordRange,
  { end, by }: { readonly end: 'first' | 'last'; readonly by: 1 | -1 },
  language: string,
): WordRange | undefined {
  const step =
    end === 'last' ? (by === 1 ? nextWordEnd : previousWordEnd) : by === 1 ? nextWordStart : previousWordStart;
  const place = step(texts, end === 'last' ? range.end : range.start, language);
  if (!place) return undefined;
  const next = end === 'last' ? { ...range, end: place } : { ...range, start: place };
  return comparePlaces(next.start, next.end) < 0 ? next : undefined;
}
