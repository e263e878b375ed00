/**
 * Which tokens of the editor are which tokens of the body, while the editor may not be changed: an input method is
 * composing, and what others type is held back. Both streams go on by themselves and stay paired token by token.
 */
import type { Trace } from '@tramline/collab';
import type { BodyEdit } from './localEdits.ts';

/** A stretch of tokens that both hold, that only the editor still shows, or that only the body has yet. */
interface Block {
  readonly kind: 'both' | 'editor' | 'body';
  readonly length: number;
}

const TRACE_KINDS = { both: 'kept', editor: 'removed', body: 'added' } as const;

type Side = 'editor' | 'body';
const counts = (side: Side, block: Block): number => (block.kind === 'both' || block.kind === side ? block.length : 0);

/** The pairing of two token streams. Indexes count tokens from the start of a stream. */
export class Alignment {
  #blocks: Block[];

  /** Two equal streams. */
  constructor(length: number) {
    this.#blocks = [{ kind: 'both', length }];
  }

  /** Where an index of the editor's stream is in the body's: directly behind the token before it. */
  toBody(index: number): number {
    return this.#cross(index, 'editor', 'body');
  }

  /** Where an index of the body's stream is in the editor's. */
  toEditor(index: number): number {
    return this.#cross(index, 'body', 'editor');
  }

  #cross(index: number, from: Side, to: Side): number {
    let [rest, crossed] = [index, 0];
    for (const block of this.#blocks) {
      const length = counts(from, block);
      if (length > rest) return crossed + (block.kind === 'both' ? rest : 0);
      rest -= length;
      if (rest === 0 && length > 0) return crossed + counts(to, block);
      crossed += counts(to, block);
    }
    return crossed;
  }

  /** How the editor's tokens `[e0, e1)` become the body's tokens `[b0, b1)`. */
  trace(e0: number, e1: number, b0: number, b1: number): Trace[] {
    const trace: Trace[] = [];
    let [editor, body] = [0, 0];
    for (const block of this.#blocks) {
      const side = block.kind === 'body' ? 'body' : 'editor';
      const [at, from, to] = side === 'body' ? [body, b0, b1] : [editor, e0, e1];
      const length = Math.min(at + block.length, to) - Math.max(at, from);
      if (length > 0) trace.push({ kind: TRACE_KINDS[block.kind], length });
      editor += counts('editor', block);
      body += counts('body', block);
    }
    return trace;
  }

  /** Notes what happened to the body from an index on. */
  changeBody(index: number, trace: readonly Trace[]): void {
    let [at, cursor] = this.#split(index, 'body');
    const next: Block[] = this.#blocks.slice(0, at);
    let rest = cursor;
    const take = (most: number): Block | undefined => {
      const block = this.#blocks[at];
      if (!block) return undefined;
      const length = Math.min(block.length - rest, block.kind === 'editor' ? block.length : most);
      rest += length;
      if (rest === block.length) [at, rest] = [at + 1, 0];
      return { kind: block.kind, length };
    };
    if (cursor > 0) next.push({ kind: this.#blocks[at]!.kind, length: cursor });
    for (const { kind, length } of trace) {
      if (kind === 'added') {
        next.push({ kind: 'body', length });
        continue;
      }
      for (let left = length; left > 0; ) {
        const block = take(left);
        if (!block) break;
        left -= counts('body', block);
        if (kind === 'kept' || block.kind === 'editor') next.push(block);
        else if (block.kind === 'both') next.push({ kind: 'editor', length: block.length });
      }
    }
    for (let block = take(Number.POSITIVE_INFINITY); block; block = take(Number.POSITIVE_INFINITY)) next.push(block);
    this.#blocks = merged(next);
  }

  /** The block at an index of one stream, and how far the index lies inside it. Blocks without such tokens come after it. */
  #split(index: number, side: Side): [at: number, inside: number] {
    let rest = index;
    for (const [at, block] of this.#blocks.entries()) {
      const length = counts(side, block);
      if (rest === 0 || length > rest) return [at, rest];
      rest -= length;
    }
    return [this.#blocks.length, 0];
  }

  /**
   * Turns edits of the editor's stream into edits of the body's, and notes that both have them. Edits are in order and
   * count from before any of them, as do those that are returned.
   */
  changeBoth(edits: readonly BodyEdit[]): BodyEdit[] {
    const mapped = edits.flatMap((edit) => this.#mapEdit(edit));
    for (const edit of edits.toReversed()) this.#applyEdit(edit);
    this.#blocks = merged(this.#blocks);
    return mapped;
  }

  #mapEdit(edit: BodyEdit): BodyEdit[] {
    if (edit.kind === 'insert') return [{ ...edit, index: this.toBody(edit.index), plain: false }];
    const parts: BodyEdit[] = [];
    let [editor, body] = [0, 0];
    for (const block of this.#blocks) {
      const from = Math.max(edit.index, editor);
      const to = Math.min(edit.index + edit.length, editor + counts('editor', block));
      if (block.kind === 'both' && from < to) {
        const part = { index: body + from - editor, length: to - from };
        parts.push(edit.kind === 'delete' ? { ...edit, ...part, plain: false } : { ...edit, ...part });
      }
      editor += counts('editor', block);
      body += counts('body', block);
    }
    return parts;
  }

  #applyEdit(edit: BodyEdit): void {
    if (edit.kind === 'format') return;
    const [at, inside] = this.#split(edit.index, 'editor');
    const before = this.#blocks.slice(0, at);
    const after = this.#blocks.slice(at);
    if (inside > 0) {
      before.push({ kind: after[0]!.kind, length: inside });
      after[0] = { kind: after[0]!.kind, length: after[0]!.length - inside };
    }
    if (edit.kind === 'insert') {
      before.push({ kind: 'both', length: typeof edit.content === 'string' ? edit.content.length : 1 });
    } else {
      for (let left = edit.length, i = 0; left > 0 && i < after.length; i++) {
        const cut = Math.min(left, counts('editor', after[i]!));
        after[i] = { kind: after[i]!.kind, length: after[i]!.length - cut };
        left -= cut;
      }
    }
    this.#blocks = [...before, ...after];
  }
}

function merged(blocks: readonly Block[]): Block[] {
  const next: Block[] = [];
  for (const block of blocks) {
    if (block.length === 0) continue;
    const last = next.at(-1);
    if (last?.kind === block.kind) next[next.length - 1] = { kind: block.kind, length: last.length + block.length };
    else next.push(block);
  }
  return next;
}
