/** Letters of inserted scenes: counted behind a number, nested before it. Both skip I and O, which read as digits. */

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const last = letters.at(-1)!;

/** The letter that follows, I and O left out; undefined behind Z. A letter that we never give (I, O) is understood. */
function letterAfter(letter: string): string | undefined {
  for (const next of letters) if (next > letter) return next;
  return undefined;
}

/** The letters behind a number that come next: '' → A → … → Z → AA → AB … Capitals only. */
export function nextBehind(behind: string): string {
  if (behind === '') return letters[0]!;
  const rest = behind.slice(0, -1);
  const next = letterAfter(behind.at(-1)!);
  return next === undefined ? nextBehind(rest) + letters[0]! : rest + next;
}

/**
 * The letters before a label that come next, nearer to it: A, B, … Y, AZ, BZ, … YZ, AZZ … Z never stands alone, because
 * nothing finds room between Z12 and 12: letters further out come before (AA12 before A12). Undefined behind a lone Z
 * that somebody else gave.
 */
export function nextBefore(before: string | undefined): string | undefined {
  if (before === undefined) return letters[0];
  if (before === '') return undefined;
  const nearest = before.at(-1)!;
  if (nearest >= last) {
    const outer = nextBefore(before.slice(0, -1));
    return outer === undefined ? undefined : outer + last;
  }
  const next = letterAfter(nearest)!;
  return next === last ? letters[0]! + last : next;
}
