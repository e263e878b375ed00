/** People who type: marks that can be found again, at the pace of fast hands. */
import type { SyncClient } from '@tramline/collab';
import * as Y from 'yjs';
import { pause } from './until.ts';

/** A repeatable source of numbers below `n`; the seed is printed by the test that uses it. */
export function seeded(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** One mark that was typed, and the counter by which the server acknowledges it; 0 when it was typed while away. */
export interface TypedMark {
  readonly client: SyncClient;
  readonly mark: string;
  readonly counter: number;
}

export interface TypistOptions {
  readonly client: SyncClient;
  readonly mark: (n: number) => string;
  readonly isTyping: () => boolean;
  readonly random: (n: number) => number;
  readonly pauseMs: () => number;
}

/** Types marks at both ends of the body, so that none is split, with a new element now and then, as long as it is told to. */
export async function typeMarks({ client, mark, isTyping, random, pauseMs }: TypistOptions): Promise<TypedMark[]> {
  const typed: TypedMark[] = [];
  const body = client.doc.getText('body');
  for (let n = 0; isTyping(); n++) {
    const words = mark(n);
    body.insert(random(3) > 0 ? body.length : 0, words);
    const counter = client.isConnected ? client.counters.sent : 0;
    typed.push({ client, mark: words, counter });
    if (n % 7 === 0) body.insertEmbed(body.length, head(words));
    await pause(pauseMs());
  }
  return typed;
}

function head(id: string): Y.Map<unknown> {
  const map = new Y.Map<unknown>();
  map.set('id', id);
  map.set('type', 'action');
  return map;
}

/** All words of a body as one text. */
export function wordsOf(doc: Y.Doc): string {
  return doc.getText('body').toString();
}
