import { expect, test } from 'vitest';
import { AppendQueue } from './appendQueue.ts';
import { defaultLogLimits, type QueuedEntry } from './logEntry.ts';

function entry(documentId: string, name: number, size = 1): QueuedEntry {
  const bytes = new Uint8Array(size).fill(name);
  return { documentId, generation: 1, userId: 'u', sessionId: 's', clientId: 1, bytes, settle: () => {} };
}
const namesOf = (batch: readonly QueuedEntry[]): string[] =>
  batch.map(({ documentId, bytes }) => `${documentId}${bytes[0]}`);
const queueOf = (...entries: QueuedEntry[]): AppendQueue => {
  const queue = new AppendQueue({ ...defaultLogLimits, batchRows: 3, batchBytes: 10 });
  for (const one of entries) queue.push(one);
  return queue;
};

test('a batch holds at most so many rows, and a document’s rows keep their order', () => {
  const queue = queueOf(entry('a', 1), entry('b', 1), entry('a', 2), entry('b', 2));
  expect(namesOf(queue.take())).toEqual(['a1', 'a2', 'b1']);
});

test('a document in flight is not taken again before it has landed', () => {
  const queue = queueOf(entry('a', 1));
  const batch = queue.take();
  queue.push(entry('a', 2));
  expect(queue.take()).toEqual([]);
  queue.land(batch);
  expect(namesOf(queue.take())).toEqual(['a2']);
});

test('a document with many rows goes to the back of the line', () => {
  const queue = queueOf(entry('a', 1), entry('a', 2), entry('a', 3), entry('a', 4), entry('b', 1));
  const first = queue.take();
  queue.land(first);
  expect(namesOf(queue.take())).toEqual(['b1', 'a4']);
});

test('a row larger than a batch travels alone', () => {
  const queue = queueOf(entry('a', 1, 50), entry('b', 1));
  expect(namesOf(queue.take())).toEqual(['a1']);
});

test('a batch that failed is taken again before what came after it', () => {
  const queue = queueOf(entry('a', 1), entry('a', 2));
  const batch = queue.take();
  queue.push(entry('a', 3));
  queue.putBack(batch);
  queue.land(batch);
  expect(namesOf(queue.take())).toEqual(['a1', 'a2', 'a3']);
  expect(queue.isEmpty).toBe(true);
});
