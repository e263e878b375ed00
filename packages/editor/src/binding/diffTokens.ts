/** How one token stream becomes another. */
import type { Trace } from '@tramline/collab';
import type { Span } from './spans.ts';
import { HEAD, isHigh, isLow, type Tokens } from './tokens.ts';

/** What stays (same length on both sides), and the hunks between. In order, gapless; indexes into the streams. */
export interface Diff {
  readonly kept: readonly Span[];
  readonly hunks: readonly Span[];
}

/**
 * The smallest practical difference: heads are paired by id (the longest chain in order), and between paired heads the
 * common prefix and suffix of characters stay, whatever their marks. A surrogate pair is never parted.
 */
export function diffTokens(a: Tokens, b: Tokens): Diff {
  const kept: Span[] = [];
  const hunks: Span[] = [];
  let [a0, b0] = [0, 0];
  const ends: readonly (readonly [number, number])[] = [...pairHeads(a, b), [a.code.length, b.code.length]];
  for (const [ha, hb] of ends) {
    const prefix = commonPrefix(a, b, a0, b0, ha, hb);
    const suffix = commonSuffix(a, b, ha, hb, Math.min(ha - a0, hb - b0) - prefix);
    pushSpan(kept, { a0, a1: a0 + prefix, b0, b1: b0 + prefix });
    pushSpan(hunks, { a0: a0 + prefix, a1: ha - suffix, b0: b0 + prefix, b1: hb - suffix });
    pushSpan(kept, { a0: ha - suffix, a1: ha, b0: hb - suffix, b1: hb });
    if (ha < a.code.length) pushSpan(kept, { a0: ha, a1: ha + 1, b0: hb, b1: hb + 1 });
    [a0, b0] = [ha + 1, hb + 1];
  }
  return { kept, hunks };
}

function commonPrefix(a: Tokens, b: Tokens, a0: number, b0: number, ha: number, hb: number): number {
  let prefix = 0;
  while (a0 + prefix < ha && b0 + prefix < hb && sameToken(a, a0 + prefix, b, b0 + prefix)) prefix++;
  const parts =
    prefix > 0 &&
    isHigh(a.code[a0 + prefix - 1]!) &&
    (isLow(a.code[a0 + prefix] ?? HEAD) || isLow(b.code[b0 + prefix] ?? HEAD));
  return parts ? prefix - 1 : prefix;
}

function commonSuffix(a: Tokens, b: Tokens, ha: number, hb: number, room: number): number {
  let suffix = 0;
  while (suffix < room && sameToken(a, ha - suffix - 1, b, hb - suffix - 1)) suffix++;
  const parts =
    suffix > 0 &&
    isLow(a.code[ha - suffix]!) &&
    (isHigh(a.code[ha - suffix - 1] ?? HEAD) || isHigh(b.code[hb - suffix - 1] ?? HEAD));
  return parts ? suffix - 1 : suffix;
}

function pushSpan(spans: Span[], span: Span): void {
  if (span.a0 < span.a1 || span.b0 < span.b1) spans.push(span);
}

function sameToken(a: Tokens, at: number, b: Tokens, bt: number): boolean {
  return a.code[at] === b.code[bt] && (a.code[at] !== HEAD || a.node[at]!.attrs.id === b.node[bt]!.attrs.id);
}

/** Pairs heads of equal id in the longest chain that keeps the order of both streams. */
function pairHeads(a: Tokens, b: Tokens): [number, number][] {
  const places = new Map<unknown, number>();
  a.code.forEach((code, at) => {
    if (code === HEAD) places.set(a.node[at]!.attrs.id, at);
  });
  const pairs: { at: number; bt: number; previous: number }[] = [];
  const tails: number[] = [];
  b.code.forEach((code, bt) => {
    const at = code === HEAD ? places.get(b.node[bt]!.attrs.id) : undefined;
    if (at === undefined) return;
    let low = 0;
    for (let high = tails.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]!.at < at) low = middle + 1;
      else high = middle;
    }
    tails[low] = pairs.push({ at, bt, previous: low > 0 ? tails[low - 1]! : -1 }) - 1;
  });
  const chain: [number, number][] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = pairs[i]!.previous) chain.push([pairs[i]!.at, pairs[i]!.bt]);
  return chain.reverse();
}

/** The difference that Yjs knows exactly; `undefined` if the editor did not show what the walk assumes. */
export function diffByTrace(trace: readonly Trace[], a: Tokens, b: Tokens): Diff | undefined {
  const kept: Span[] = [];
  const hunks: Span[] = [];
  let [at, bt, a0, b0] = [0, 0, 0, 0];
  const close = (): void => {
    if (a0 < at || b0 < bt) hunks.push({ a0, a1: at, b0, b1: bt });
  };
  for (const { kind, length } of trace) {
    if (kind === 'removed') at += length;
    else if (kind === 'added') bt += length;
    else {
      close();
      for (let i = 0; i < length; i++) if (a.code[at + i] !== b.code[bt + i]) return undefined;
      kept.push({ a0: at, a1: at + length, b0: bt, b1: bt + length });
      [at, bt] = [at + length, bt + length];
      [a0, b0] = [at, bt];
    }
  }
  close();
  return at === a.code.length && bt === b.code.length ? { kept, hunks } : undefined;
}
