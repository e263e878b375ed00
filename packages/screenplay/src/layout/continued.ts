/** Derived (CONT'D) on cues: the same speaker goes on after action alone. Never stored. Source: screenwriting.md 2.2. */
import { type Element, isHidden, isSpoken, speakerOf } from '../element.ts';

/**
 * Whether the cue at `index` gets (CONT'D): the cue before it in the same scene has the same speaker, extensions aside,
 * and only speech, action and hidden elements lie between. False when the cue already says so, and for dual cues.
 */
export function isContinued(elements: readonly Element[], index: number): boolean {
  const cue = elements[index];
  if (cue?.type !== 'character' || cue.attrs.dual === 'right' || /CONT[’']?D/i.test(cue.text)) return false;
  let hasAction = false;
  for (let i = index - 1; i >= 0; i--) {
    const e = elements[i]!;
    if (e.type === 'character') return hasAction && e.attrs.dual === undefined && speakerOf(e) === speakerOf(cue);
    if (e.type === 'action' || e.type === 'general') hasAction = true;
    else if (!isSpoken(e) && !isHidden(e)) return false;
  }
  return false;
}
