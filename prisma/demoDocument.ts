/** The documents of a demo script, and what an approver would see in them: built from the data by the same functions as everything else. */
import {
  coveredElements,
  createAnchor,
  createBeat,
  createShot,
  firstContent,
  type Ground,
  openDocument,
  openScript,
  readElements,
  readGround,
  readShots,
  resolveAnchor,
  type ShotRecord,
} from '../packages/collab/src/index.ts';
import { readScenes } from '../packages/screenplay/src/index.ts';
import { type ApprovalContent, approvalContent, compilePrompt, orderBetween } from '../packages/shots/src/index.ts';
import type { Anchor } from '../packages/wire/src/index.ts';
import type { DemoDecision, DemoScript, DemoWords } from './demo/demoScript.ts';
import { placeWords } from './demo/placeWords.ts';

/** Both documents as bytes, and the ids that the data's keys got. */
export interface DemoDocuments {
  readonly shotsUpdate: Uint8Array;
  readonly shotIds: ReadonlyMap<string, string>;
  readonly beatIds: ReadonlyMap<string, string>;
  /** The anchor of quoted words. */
  anchorOf(words: DemoWords): Anchor;
  /** What was to be seen of a shot at a gate when somebody decided. */
  seenAt(decision: DemoDecision): ApprovalContent;
}

interface Chance {
  newId(): string;
  random(): number;
}

/** Ids and rising order keys for a list. */
function line<T extends { readonly key: string }>(rows: readonly T[], { newId, random }: Chance) {
  let last: string | null = null;
  return rows.map((row) => {
    last = orderBetween(last, null, random);
    return { row, id: newId(), order: last };
  });
}

function read(updates: readonly Uint8Array[]): Ground {
  return readGround(openScript(openDocument({ tail: updates.map((bytes) => ({ bytes })) })).body);
}

/** Puts a demo script's beats and shots beside the script document that the updates hold. */
export function demoDocuments(script: DemoScript, scriptUpdates: readonly Uint8Array[], chance: Chance): DemoDocuments {
  const ground = read(scriptUpdates);
  const elements = readElements(ground);
  const anchorOf = (words: DemoWords): Anchor => {
    const { start, end } = placeWords(elements, words);
    return createAnchor(ground, start, end);
  };
  const beats = line(script.beats, chance);
  const shots = line(script.shots, chance);
  const beatIds = new Map(beats.map(({ row, id }) => [row.key, id]));
  const shotIds = new Map(shots.map(({ row, id }) => [row.key, id]));
  const shotsUpdate = firstContent((doc) => {
    for (const { row, id, order } of beats)
      createBeat(doc, { id, order, title: row.title, anchor: anchorOf(row.words) });
    for (const { row, id, order } of shots) {
      const beat = row.beat === undefined ? null : (beatIds.get(row.beat) ?? null);
      createShot(doc, { id, order, beat, anchor: anchorOf(row.words), fields: row.fields });
    }
  });
  const records = new Map(readShots(openDocument({ tail: [{ bytes: shotsUpdate }] })).map((shot) => [shot.id, shot]));
  const seenAt = (decision: DemoDecision): ApprovalContent => {
    const record = records.get(shotIds.get(decision.shot) ?? '');
    if (!record) throw new RangeError(`no such shot: ${decision.shot}`);
    return seenOf(record, ground, decision);
  };
  return { shotsUpdate, shotIds, beatIds, anchorOf, seenAt };
}

function seenOf({ anchor, fields }: ShotRecord, ground: Ground, { gate, seen = [] }: DemoDecision): ApprovalContent {
  if (!anchor) throw new RangeError('a shot of the demo covers words');
  const words = coveredElements(ground, anchor).map((element) => ({
    ...element,
    text: seen.reduce((text, { now, was }) => text.replaceAll(now, was), element.text),
  }));
  const place = resolveAnchor(ground, anchor);
  const at = place.state === 'placed' ? place.start.ordinal : 0;
  const elements = readElements(ground);
  const found = readScenes(elements).find(({ from, to }) => from <= at && at < to);
  const scene = found ? { id: found.id, heading: elements[found.from]!.text } : null;
  return approvalContent({ gate, words, fields, prompt: compilePrompt({ fields, words, scene }) });
}
