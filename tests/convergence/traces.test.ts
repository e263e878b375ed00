import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { freshView, Peer, startState } from '../../packages/editor/testing/index.ts';

/** A recorded session: see `tests/fixtures/traces/SOURCES.md`. */
interface Trace {
  readonly endContent: string;
  readonly numAgents: number;
  readonly txns: readonly {
    readonly agent: number;
    readonly parents: readonly number[];
    readonly patches: readonly (readonly [position: number, deleted: number, inserted: string])[];
  }[];
}

const readTrace = (name: string): Trace =>
  JSON.parse(
    gunzipSync(fs.readFileSync(path.join(import.meta.dirname, '../fixtures/traces', `${name}.json.gz`))).toString(),
  );

/** The editor's position of an index in the text, in which one line feed parts two elements. */
function positionOf(doc: Node, index: number): number {
  let [left, position] = [index, 0];
  for (const element of doc.children) {
    if (left <= element.content.size) return position + 1 + left;
    left -= element.content.size + 1;
    position += element.nodeSize;
  }
  throw new RangeError(`no index ${index}`);
}

/** A peer that does not check the whole document after each of 25,000 keys; the end is checked. */
class Author extends Peer {
  override dispatch(tr: Transaction): void {
    this.state = this.state.apply(tr);
    this.binding.flush();
  }
}

const textOf = (doc: Node): string => doc.textBetween(0, doc.content.size, '\n');

/** One patch as a writer makes it: one replacement, a line feed being Enter. */
function apply(peer: Peer, position: number, deleted: number, inserted: string): void {
  const { doc, schema, tr } = peer.state;
  const [from, to] = [positionOf(doc, position), positionOf(doc, position + deleted)];
  const lines = inserted
    .split('\n')
    .map((line) => schema.nodes.action!.create({ id: null }, line === '' ? null : schema.text(line)));
  if (inserted === '') tr.delete(from, to);
  else tr.replace(from, to, new Slice(Fragment.from(lines), 1, 1));
  peer.dispatch(tr);
}

describe.each(['friendsforever', 'clownschool'])('the recorded session %s', (name) => {
  const trace = readTrace(name);

  it('replays to its end text with an editor for each of its authors', { timeout: 300_000 }, () => {
    const start = startState([['action', 'start', '']]);
    const authors = Array.from(
      { length: trace.numAgents },
      (_, agent) => new Author(`author${agent}-`, 10 + agent, { start }),
    );
    const updates: Uint8Array[][] = [];
    /** For each transaction, how many of each author's its author has seen, its own included. */
    const seen: number[][] = [];
    /** The transactions of each author, and how many of them each other author has been given. */
    const made: number[][] = authors.map(() => []);
    const given = authors.map(() => authors.map(() => 0));

    const giveUpTo = (agent: number, known: readonly number[]): void => {
      const news = known.flatMap((count, other) =>
        other === agent ? [] : made[other]!.slice(given[agent]![other], count),
      );
      given[agent] = [...known];
      // In the order of the recording, which is causal: what an update builds on has arrived before it.
      for (const index of news.sort((a, b) => a - b))
        for (const update of updates[index]!) authors[agent]!.receive(update);
    };
    for (const [index, { agent, parents, patches }] of trace.txns.entries()) {
      const known = authors.map((_, other) => Math.max(0, ...parents.map((parent) => seen[parent]![other]!)));
      giveUpTo(agent, known);
      for (const [position, deleted, inserted] of patches) apply(authors[agent]!, position, deleted, inserted);
      updates[index] = authors[agent]!.sent.splice(0);
      made[agent]!.push(index);
      seen[index] = known.with(agent, made[agent]!.length);
    }
    for (const agent of authors.keys())
      giveUpTo(
        agent,
        made.map((list) => list.length),
      );
    // Whoever has news last tells the others, until nobody has any.
    while (authors.some((author) => author.sent.length > 0)) {
      for (const author of authors)
        for (const update of author.sent.splice(0))
          for (const other of authors) if (other !== author) other.receive(update);
    }
    for (const author of authors) {
      expect(textOf(author.state.doc)).toBe(trace.endContent);
      expect(freshView(author.body).eq(author.state.doc)).toBe(true);
    }
  });
});
