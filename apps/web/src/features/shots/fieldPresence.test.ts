import { expect, test } from 'vitest';
import { type FieldAwareness, fieldKey, readFieldPeople } from './fieldPresence.ts';

const awarenessOf = (states: [number, Record<string, unknown>][]): FieldAwareness => ({
  clientID: 1,
  getStates: () => new Map(states),
  setLocalStateField: () => {},
  on: () => {},
  off: () => {},
});

test('others are found by the field they are in; my own focus, strangers and broken presence are not', () => {
  const elif = { id: 'elif', name: 'Elif' };
  const awareness = awarenessOf([
    [1, { user: { id: 'me', name: 'Me' }, field: fieldKey('s1', 'light') }],
    [2, { user: elif, field: fieldKey('s1', 'light') }],
    [3, { user: elif, field: fieldKey('s1', 'light') }],
    [4, { field: fieldKey('s1', 'look') }],
    [5, { user: { id: 7 }, field: 12 }],
    [6, { user: { id: 'wen', name: 'Wen' }, field: null }],
  ]);
  expect([...readFieldPeople(awareness)]).toEqual([['s1/light', elif]]);
});
