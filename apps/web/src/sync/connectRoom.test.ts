import { afterEach, expect, test, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { connectRoom } from './connectRoom.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a first connection that is late stays offline, whatever is typed meanwhile', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('location', { origin: 'http://page' });
  for (const name of ['addEventListener', 'removeEventListener']) vi.stubGlobal(name, () => undefined);
  const doc = new Y.Doc();
  const told: string[] = [];
  const connection = connectRoom({
    documentId: 'd',
    doc,
    awareness: new Awareness(doc),
    askTicket: () => new Promise(() => undefined),
    onServer: (server) => told.push(server),
    onSynced: () => undefined,
    onRefused: () => undefined,
    onReadOnly: () => undefined,
    onEnded: () => undefined,
  });
  doc.getText('body').insert(0, 'a');
  expect(told.at(-1)).toBe('connecting');
  vi.advanceTimersByTime(1500);
  expect(told.at(-1)).toBe('offline');
  const before = told.length;
  doc.getText('body').insert(1, 'b');
  expect(told.length).toBeGreaterThan(before);
  expect(told.at(-1)).toBe('offline');
  connection.close();
  doc.destroy();
});
