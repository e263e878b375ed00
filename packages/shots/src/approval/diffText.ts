/** Differences between two texts, word by word; between Chinese texts character by character. */

/** A stretch that both texts have, or only the later one, or only the earlier one. */
export interface DiffSegment {
  readonly op: 'same' | 'added' | 'removed';
  readonly text: string;
}

const tokenPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\s+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{Nd}_'’])+|./gsu;

/** Words, runs of white space, and single marks; a Chinese or Japanese character is a token of its own. */
function tokensOf(text: string): string[] {
  return text.match(tokenPattern) ?? [];
}

/** Above this many cells of the table the middle is shown as removed and added whole. */
const maxCells = 4_000_000;

/** Which items stay, as pairs of indices of a longest common subsequence, ascending. Shared ends are cheap. */
export function commonItems<T>(
  a: readonly T[],
  b: readonly T[],
  isSame: (left: T, right: T) => boolean,
): [number, number][] {
  let start = 0;
  while (start < a.length && start < b.length && isSame(a[start]!, b[start]!)) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && isSame(a[a.length - 1 - end]!, b[b.length - 1 - end]!))
    end++;
  const pairs: [number, number][] = Array.from({ length: start }, (_, i) => [i, i]);
  const [rows, columns] = [a.length - start - end, b.length - start - end];
  if (rows * columns <= maxCells) {
    for (const [i, j] of longestPairs(rows, columns, (i, j) => isSame(a[start + i]!, b[start + j]!)))
      pairs.push([start + i, start + j]);
  }
  for (let i = end; i > 0; i--) pairs.push([a.length - i, b.length - i]);
  return pairs;
}

function longestPairs(rows: number, columns: number, isSame: (i: number, j: number) => boolean): [number, number][] {
  const width = columns + 1;
  const longest = new Uint32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const skip = Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
      longest[i * width + j] = isSame(i, j) ? longest[(i + 1) * width + j + 1]! + 1 : skip;
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (isSame(i, j)) pairs.push([i++, j++]);
    else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) i++;
    else j++;
  }
  return pairs;
}

/**
 * The difference from `seen` to `now`. All `same` and `removed` stretches together are `seen`, all `same` and `added` ones `now`; removed
 * words stand before the words that took their place. Empty for two empty texts.
 */
export function diffText(seen: string, now: string): DiffSegment[] {
  const [a, b] = [tokensOf(seen), tokensOf(now)];
  const segments: { op: DiffSegment['op']; text: string }[] = [];
  const add = (op: DiffSegment['op'], text: string): void => {
    const last = segments.at(-1);
    if (text === '') return;
    if (last?.op === op) last.text += text;
    else segments.push({ op, text });
  };
  let [i, j] = [0, 0];
  for (const [left, right] of [...commonItems(a, b, (x, y) => x === y), [a.length, b.length] as [number, number]]) {
    add('removed', a.slice(i, left).join(''));
    add('added', b.slice(j, right).join(''));
    add('same', a[left] ?? '');
    [i, j] = [left + 1, right + 1];
  }
  return segments;
}
