/** A compiled prompt as phrases that a screen can draw: each with its source, and with the words in it that changed since an approval. */
import type { CompiledPrompt, PromptSource } from '@tramline/shots';

/** A stretch of characters, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A piece of a phrase; `isChanged`: it was not there when the prompt was approved. */
interface PhrasePiece {
  readonly text: string;
  readonly isChanged: boolean;
}

/** One phrase. Without a source it only holds others together. */
export interface PromptPhrase {
  readonly start: number;
  readonly source: PromptSource | null;
  readonly pieces: readonly PhrasePiece[];
}

/** The phrases of the text or of the negative, end to end. `changed` are stretches of the same text, ascending and apart. */
export function readPhrases(
  prompt: CompiledPrompt,
  part: PromptSource['in'],
  changed: readonly Stretch[] = [],
): PromptPhrase[] {
  const text = part === 'text' ? prompt.text : prompt.negative;
  return prompt.map
    .filter((source) => source.in === part && source.end > source.start)
    .map((source) => ({
      start: source.start,
      source: source.field === undefined && source.words === undefined ? null : source,
      pieces: cut(text, source, changed),
    }));
}

function cut(text: string, { start, end }: Stretch, changed: readonly Stretch[]): PhrasePiece[] {
  const pieces: PhrasePiece[] = [];
  let at = start;
  const push = (to: number, isChanged: boolean): void => {
    if (to > at) pieces.push({ text: text.slice(at, to), isChanged });
    at = Math.max(at, to);
  };
  for (const stretch of changed) {
    if (stretch.end <= start || stretch.start >= end) continue;
    push(Math.max(start, stretch.start), false);
    push(Math.min(end, stretch.end), true);
  }
  push(end, false);
  return pieces;
}

/** Where the parts that were added stand in the new text of a difference. */
export function addedStretches(
  parts: readonly { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }[],
): Stretch[] {
  const added: Stretch[] = [];
  let at = 0;
  for (const { kind, text } of parts) {
    if (kind === 'removed') continue;
    const lead = text.length - text.trimStart().length;
    const body = text.trim();
    if (kind === 'added' && body !== '') added.push({ start: at + lead, end: at + lead + body.length });
    at += text.length;
  }
  return added;
}
