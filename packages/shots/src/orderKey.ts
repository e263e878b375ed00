/**
 * Fractional order keys: a row is moved by giving it a key between those of its neighbours, so that two people who move two rows
 * at once both get their way. Shape: digits of base 62 in ASCII order, never ending in `0`; keys compare as plain strings.
 */

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = digits.length;
/** Keys at an open end count up or down in this many digits, so that appending does not make them longer. */
const headDigits = 4;
const headLimit = base ** headDigits;
/** The widest step of such a count; a random step keeps two people who append at once apart. */
const maxStep = 64;
const jitterDigits = 3;

const keyPattern = /^[0-9A-Za-z]*[1-9A-Za-z]$/;

/** Whether a string is an order key. */
export function isOrderKey(key: string): boolean {
  return keyPattern.test(key);
}

const digitValue = (digit: string | undefined): number => (digit === undefined ? 0 : digits.indexOf(digit));

function pick(from: number, to: number, random: () => number): number {
  return from + Math.min(to - from, Math.floor(random() * (to - from + 1)));
}

/** Digits that follow a place that is decided already; the last one is not 0. */
function jitter(random: () => number): string {
  let out = '';
  for (let i = 1; i < jitterDigits; i++) out += digits[pick(0, base - 1, random)];
  return out + digits[pick(1, base - 1, random)];
}

/** A key at an open end: the number in the first digits, a few steps on. `undefined` when there is no room left. */
function countedKey(near: string | null, direction: 1 | -1, random: () => number): string | undefined {
  let at = near === null ? headLimit >> 1 : 0;
  if (near !== null) {
    for (let i = 0; i < headDigits; i++) at = at * base + digitValue(near[i]);
    at += direction * pick(1, maxStep, random);
  }
  if (at <= 0 || at >= headLimit) return undefined;
  let head = '';
  for (let i = 0, rest = at; i < headDigits; i++, rest = Math.floor(rest / base)) head = digits[rest % base] + head;
  return head + jitter(random);
}

/** A key strictly between two, or after `before` when `after` is open: the first digit with room takes one from its middle. */
function middleKey(before: string, after: string | null, random: () => number): string {
  let key = '';
  let upper = after;
  for (let i = 0; ; i++) {
    const low = digitValue(before[i]);
    const high = upper === null ? base : digitValue(upper[i]);
    if (high - low > 1) {
      const third = Math.floor((high - low - 2) / 3);
      return key + digits[pick(low + 1 + third, high - 1 - third, random)] + jitter(random);
    }
    key += digits[low];
    if (high > low) upper = null;
  }
}

/**
 * A key after `before` and before `after`; `null` is an open end. `random` gives numbers in [0, 1).
 * Throws a `RangeError` when `before` is not lower than `after`, or one of them is no key.
 */
export function orderBetween(before: string | null, after: string | null, random: () => number): string {
  for (const key of [before, after])
    if (key !== null && !isOrderKey(key)) throw new RangeError(`not an order key: ${key}`);
  if (before !== null && after !== null && before >= after)
    throw new RangeError(`no order between ${before} and ${after}`);
  const counted =
    after === null ? countedKey(before, 1, random) : before === null ? countedKey(after, -1, random) : undefined;
  return counted ?? middleKey(before ?? '', after, random);
}

/** Compares two rows by order key, then by id, so that equal keys still have one order everywhere. */
export function compareOrder(
  a: { readonly order: string; readonly id: string },
  b: { readonly order: string; readonly id: string },
): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
