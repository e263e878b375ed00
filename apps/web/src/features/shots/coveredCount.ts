/** How much a shot covers, as its card says it. */
import type { CoveredElement } from '@tramline/shots';

const WORD = /(?:(?!\p{Script=Han})[\p{L}\p{N}'’-])+/gu;
const HAN = /\p{Script=Han}/gu;

export interface CoveredCount {
  readonly elements: number;
  /** Words, or characters where most of them are Chinese. */
  readonly words: number;
  readonly isHan: boolean;
}

export function countCovered(words: readonly CoveredElement[]): CoveredCount {
  const text = words.map((element) => element.text).join('\n');
  const han = text.match(HAN)?.length ?? 0;
  const others = text.match(WORD)?.length ?? 0;
  return { elements: words.length, words: han + others, isHan: han > others };
}
