/** Keeps the identity of what did not change, so that views compare with `===`. */

/** `previous` if it holds the very same items in the same order, else `next`. */
export function keepList<T>(previous: readonly T[] | undefined, next: readonly T[]): readonly T[] {
  if (!previous || previous.length !== next.length) return next;
  for (let at = 0; at < next.length; at++) if (previous[at] !== next[at]) return next;
  return previous;
}

/** `previous` if every entry of `next` is the very same there, else `next`. */
export function keepObject<T extends object>(previous: T | undefined, next: T): T {
  if (!previous) return next;
  const before = previous as Record<string, unknown>;
  const entries = Object.entries(next);
  return entries.length === Object.keys(previous).length && entries.every(([key, value]) => before[key] === value)
    ? previous
    : next;
}

/** Whether two pieces of plain data are equal, all the way down. */
function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length && keys.every((key) => key in right && sameData(left[key], right[key]))
  );
}

/** `previous` if it is equal all the way down, else `next`. For small values only. */
export function keepData<T>(previous: T | undefined, next: T): T {
  return previous !== undefined && sameData(previous, next) ? previous : next;
}
