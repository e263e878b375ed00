/** Labels of scenes once they are locked, taken apart and put in order: `A12`, `12`, `A12A`, `12A`, `1-3B`. */

/**
 * A label in capitals. Shape: `before` are the letters in front, `core` goes from there through the last digit (`12`,
 * `1-3`), `behind` are the letters at the end. `stem` is what of the core stands before its last number.
 */
export interface SceneLabel {
  readonly before: string;
  readonly core: string;
  readonly behind: string;
  readonly stem: string;
  readonly number: bigint;
}

const isLetter = (character: string | undefined) => character !== undefined && /[A-Z]/.test(character);
const isDigit = (character: string | undefined) => character !== undefined && /[0-9]/.test(character);

/** Takes a label apart; undefined for one that has no digit in front of its last letters (`X`, `12-`). */
export function parseSceneLabel(label: string): SceneLabel | undefined {
  const text = label.toUpperCase();
  let from = 0;
  while (isLetter(text[from])) from++;
  let to = text.length;
  while (to > from && isLetter(text[to - 1])) to--;
  let digits = to;
  while (digits > from && isDigit(text[digits - 1])) digits--;
  if (digits === to) return undefined;
  return {
    before: text.slice(0, from),
    core: text.slice(from, to),
    behind: text.slice(to),
    stem: text.slice(from, digits),
    number: BigInt(text.slice(digits, to)),
  };
}

/** Whether two labels are called the same aloud: capitals and small letters are. */
export function sceneLabelKey(label: string): string {
  return label.toUpperCase();
}

/**
 * The order in which scenes stand that were never moved; negative where `a` comes first. By number, then by the letters
 * behind (`12`, `12A`, … `12Z`, `12AA`), then letters before ahead of none (`AA12`, `A12`, `B12`, `12`). Labels without a
 * digit come last. 0 for the same string alone.
 */
export function compareSceneLabels(a: string, b: string): number {
  const left = parseSceneLabel(a);
  const right = parseSceneLabel(b);
  if (left === undefined || right === undefined)
    return Number(left === undefined) - Number(right === undefined) || compareText(a, b);
  return (
    compareCores(left.core, right.core) ||
    left.behind.length - right.behind.length ||
    compareText(left.behind, right.behind) ||
    compareBefore(left.before, right.before) ||
    compareText(a, b)
  );
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Part by part: digits as numbers, what stands between them as text. */
function compareCores(a: string, b: string): number {
  const left = a.split(/(\d+)/);
  const right = b.split(/(\d+)/);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = i % 2 === 0 ? compareText(left[i]!, right[i]!) : compareDigits(left[i]!, right[i]!);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareDigits(a: string, b: string): number {
  const left = a.replace(/^0+/, '');
  const right = b.replace(/^0+/, '');
  return left.length - right.length || compareText(left, right);
}

/** From the number outwards; a label with more letters comes before the one it was put in front of. */
function compareBefore(a: string, b: string): number {
  for (let i = 1; i <= Math.min(a.length, b.length); i++) {
    const order = compareText(a.at(-i)!, b.at(-i)!);
    if (order !== 0) return order;
  }
  return b.length - a.length;
}
