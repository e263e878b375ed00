/** Which of a shot's words are not those that were approved: the page underlines them. Pure. */
import type { Element } from '@tramline/screenplay';
import { diffText, readApprovedContent } from '@tramline/shots';
import type { ShotView, WordPlace } from '../workspace/model/workspaceModel.ts';

/** A stretch of words inside one element. */
export interface ChangedWords {
  readonly start: WordPlace;
  readonly end: WordPlace;
}

/** A stretch of a shot's words, as offsets of the covered elements' texts joined by line feeds. */
type Stretch = readonly [from: number, to: number];

const known = new WeakMap<ShotView, readonly Stretch[]>();

/** The words that came since the newest approval that no longer holds; empty unless the shot is stale because of its words. */
export function changedWords(shot: ShotView, elements: readonly Element[]): readonly ChangedWords[] {
  if (shot.place.state !== 'placed') return [];
  const added = known.get(shot) ?? readAdded(shot);
  known.set(shot, added);
  if (added.length === 0) return [];
  const { start, end } = shot.place;
  const ordinals = new Map<string, number>();
  for (let ordinal = start.ordinal; ordinal <= end.ordinal; ordinal++) {
    const id = elements[ordinal]?.id;
    if (id !== undefined) ordinals.set(id, ordinal);
  }
  return added.flatMap((stretch) => partByElements(shot.words, ordinals, stretch));
}

function readAdded({ gates, words }: ShotView): Stretch[] {
  const status = [gates.prompt, gates.script].find((gate) => gate.state === 'stale' && gate.changed.includes('words'));
  if (status?.state !== 'stale') return [];
  const seen = readApprovedContent(status.since.content).words ?? [];
  const before = seen.map(({ text }) => text).join('\n');
  const now = words.map(({ text }) => text).join('\n');
  const added: Stretch[] = [];
  let at = 0;
  for (const { op, text } of diffText(before, now)) {
    if (op === 'removed') continue;
    if (op === 'added') added.push([at, at + text.length]);
    at += text.length;
  }
  return added;
}

/** Parts a stretch by elements. White space at its ends is left out. */
function partByElements(
  words: ShotView['words'],
  ordinals: ReadonlyMap<string, number>,
  [from, to]: Stretch,
): ChangedWords[] {
  const found: ChangedWords[] = [];
  let begin = 0;
  for (const { id, text, from: offset } of words) {
    const start = Math.max(from, begin) - begin;
    const part = text.slice(start, Math.max(start, to - begin));
    const lead = part.search(/\S/);
    const ordinal = ordinals.get(id);
    if (lead >= 0 && ordinal !== undefined) {
      const at = offset + start;
      found.push({
        start: { ordinal, offset: at + lead },
        end: { ordinal, offset: at + part.trimEnd().length },
      });
    }
    begin += text.length + 1;
  }
  return found;
}
