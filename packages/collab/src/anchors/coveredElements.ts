/** The words that an anchor covers, element by element: what a prompt is made of and an approval is bound to. */
import { isSpoken } from '@tramline/screenplay';
import type { CoveredElement } from '@tramline/shots';
import type { Anchor } from '@tramline/wire';
import type { Ground } from '../ground.ts';
import { storedOf } from '../row.ts';
import { elementOf } from '../scriptElement.ts';
import { type AnchorPlace, resolveAnchor } from './anchor.ts';

/** The words of the cue that an element of a speech stands under, with nothing but the same speech in between. */
function cueOf({ rows }: Ground, ordinal: number): string | undefined {
  if (!isSpoken(elementOf(rows[ordinal]!))) return undefined;
  for (let at = ordinal - 1; at >= 0; at--) {
    const element = elementOf(rows[at]!);
    if (element.type === 'character') return element.text;
    if (!isSpoken(element)) return undefined;
  }
  return undefined;
}

/**
 * The elements that an anchor covers, in order, each with its covered words; empty when it is orphaned or a point. An
 * element of which it covers no word, such as an empty one, is left out.
 */
export function coveredElements(ground: Ground, anchor: Anchor): CoveredElement[] {
  return coveredBetween(ground, resolveAnchor(ground, anchor));
}

/** The same for an anchor that is already resolved against this ground. */
export function coveredBetween(ground: Ground, place: AnchorPlace): CoveredElement[] {
  if (place.state === 'orphaned') return [];
  const { start, end } = place;
  const covered: CoveredElement[] = [];
  for (let ordinal = start.ordinal; ordinal <= end.ordinal; ordinal++) {
    const row = ground.rows[ordinal]!;
    const { text } = row;
    const from = ordinal === start.ordinal ? start.offset : 0;
    const to = ordinal === end.ordinal ? end.offset : text.length;
    if (from >= to) continue;
    const cue = cueOf(ground, ordinal);
    covered.push({
      id: row.id,
      type: storedOf(row).type,
      ...(cue === undefined ? {} : { cue }),
      text: text.slice(from, to),
      from,
    });
  }
  return covered;
}
