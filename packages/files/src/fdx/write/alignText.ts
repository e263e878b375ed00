/** How one text became another: which of its characters are old ones. */

/** Words, stretches of space and single signs; never half a surrogate pair. */
const tokens = /[\p{L}\p{N}_']+|\s+|./gsu;

/** The most cells of the table that compares two texts word by word; longer changes count as one replacement. */
const maxCells = 1_000_000;

/** For each UTF-16 unit of `now`, the index in `then` of the unit that it is; -1 for a new one. Ascending. */
export function alignText(then: string, now: string): Int32Array {
  const kept = new Int32Array(now.length).fill(-1);
  const start = commonStart(then, now);
  const end = commonEnd(then, now, start);
  for (let i = 0; i < start; i++) kept[i] = i;
  for (let i = 1; i <= end; i++) kept[now.length - i] = then.length - i;
  alignWords(then.slice(start, then.length - end), now.slice(start, now.length - end), (a, b) => {
    kept[b + start] = a + start;
  });
  return kept;
}

const isHigh = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isLow = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

function commonStart(then: string, now: string): number {
  let at = 0;
  while (at < then.length && at < now.length && then[at] === now[at]) at++;
  return at > 0 && isHigh(then, at - 1) ? at - 1 : at;
}

function commonEnd(then: string, now: string, start: number): number {
  const most = Math.min(then.length, now.length) - start;
  let count = 0;
  while (count < most && then[then.length - 1 - count] === now[now.length - 1 - count]) count++;
  return count > 0 && isLow(then, then.length - count) ? count - 1 : count;
}

/** The longest common sequence of words, by the usual table. */
function alignWords(then: string, now: string, keep: (then: number, now: number) => void): void {
  const a = [...then.matchAll(tokens)];
  const b = [...now.matchAll(tokens)];
  const width = b.length + 1;
  if ((a.length + 1) * width > maxCells || a.length === 0 || b.length === 0) return;
  const table = new Int32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] =
        a[i]![0] === b[j]![0]
          ? table[(i + 1) * width + j + 1]! + a[i]![0].length
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]![0] === b[j]![0]) {
      for (let k = 0; k < a[i]![0].length; k++) keep(a[i]!.index + k, b[j]!.index + k);
      i++;
      j++;
    } else if (table[(i + 1) * width + j]! >= table[i * width + j + 1]!) i++;
    else j++;
  }
}
