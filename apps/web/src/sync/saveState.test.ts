import { REFUSAL } from '@tramline/wire';
import { expect, test } from 'vitest';
import {
  mayLoseWords,
  nextSaveState,
  presentSaveState,
  type SaveEvent,
  type SaveFacts,
  UNKNOWN_SAVE,
  worstSaveState,
} from './saveState.ts';

const after = (...events: SaveEvent[]): SaveFacts => events.reduce(nextSaveState, UNKNOWN_SAVE);
const device = (state: SaveFacts['device']): SaveEvent => ({ type: 'device', device: state });
const server = (state: SaveFacts['server']): SaveEvent => ({ type: 'server', server: state });
const kept = (unkept: number): SaveEvent => ({ type: 'kept', unkept });
const edited: SaveEvent = { type: 'edited' };
const shown = (...events: SaveEvent[]) => presentSaveState(after(...events));

test('an edit is saved only when the server has committed it', () => {
  const open = [device('ready'), server('covered')];
  expect(shown(...open)).toEqual({ state: 'saved', count: 0, cause: null });
  expect(shown(...open, edited, edited)).toEqual({ state: 'saving', count: 2, cause: null });
  expect(shown(...open, edited, server('uncovered'))).toEqual({ state: 'saving', count: 1, cause: null });
  expect(shown(...open, edited, server('covered'))).toEqual({ state: 'saved', count: 0, cause: null });
});

test('offline says kept only once this device has committed all of it', () => {
  const offline = [device('ready'), server('covered'), server('offline'), edited, kept(1)];
  expect(shown(...offline)).toEqual({ state: 'saving', count: 1, cause: null });
  expect(shown(...offline, kept(0))).toEqual({ state: 'offlineKept', count: 1, cause: null });
});

test.each([
  ['missing', 'deviceMissing'],
  ['full', 'deviceFull'],
] as const)('offline with a device that is %s is a clear warning, even before the first edit', (state, cause) => {
  expect(shown(device(state), server('offline'))).toEqual({ state: 'notSaved', count: 0, cause });
  expect(shown(device(state), server('offline'), edited)).toEqual({ state: 'notSaved', count: 1, cause });
});

test('edits of an earlier, closed browser are counted when the copy is opened again', () => {
  expect(shown(device('ready'), { type: 'reopened', pending: 7 }, server('offline'))).toEqual({
    state: 'offlineKept',
    count: 7,
    cause: null,
  });
});

test('leaving warns only while words are neither on the server nor on this device', () => {
  const offline = [device('ready'), server('offline'), edited, kept(1)];
  expect(mayLoseWords(after(...offline))).toBe(true);
  expect(mayLoseWords(after(...offline, kept(0)))).toBe(false);
  expect(mayLoseWords(after(device('full'), server('offline'), edited, kept(1)))).toBe(true);
  expect(mayLoseWords(after(device('missing'), server('offline')))).toBe(false);
  expect(mayLoseWords(after(device('missing'), server('covered'), edited, server('covered')))).toBe(false);
});

test('a final refusal stays on the screen whatever is committed later', () => {
  const refused = [device('ready'), server('covered'), edited, { type: 'refused', code: REFUSAL.shape } as const];
  expect(shown(...refused)).toEqual({ state: 'notSaved', count: 1, cause: 'refused' });
  expect(shown(...refused, server('covered'))).toEqual({ state: 'notSaved', count: 1, cause: 'refused' });
  expect(shown(...refused, { type: 'admitted', mode: 'edit', cause: null }).state).toBe('notSaved');
  expect(after(...refused).mode).toBe('read');
});

test('who may edit again is no longer told of a refusal that the role alone had brought', () => {
  const admitted: SaveEvent = { type: 'admitted', mode: 'edit', cause: null };
  const refused = [device('ready'), edited, { type: 'refused', code: REFUSAL.readOnlyRole }] satisfies SaveEvent[];
  expect(shown(...refused, { type: 'admitted', mode: 'read', cause: 'role' }).state).toBe('notSaved');
  expect(shown(...refused, admitted)).toEqual({ state: 'saving', count: 1, cause: null });
  expect(shown(...refused, admitted, server('covered')).state).toBe('saved');
  expect(shown(device('ready'), edited, { type: 'refused', code: REFUSAL.shape }, admitted).state).toBe('notSaved');
});

test('a refusal that heals by itself changes nothing', () => {
  const before = after(device('ready'), server('uncovered'), edited);
  expect(nextSaveState(before, { type: 'refused', code: REFUSAL.busy })).toBe(before);
});

test('a reader is told why, and a reader with own words that wait is warned', () => {
  const admitted: SaveEvent = { type: 'admitted', mode: 'read', cause: 'role' };
  expect(shown(device('ready'), admitted, server('covered'))).toEqual({ state: 'readOnly', count: 0, cause: 'role' });
  expect(shown(device('ready'), edited, { type: 'ended', cause: 'forbidden' })).toEqual({
    state: 'notSaved',
    count: 1,
    cause: 'forbidden',
  });
});

test('an event that changes nothing keeps the same facts', () => {
  const facts = after(device('ready'), server('covered'));
  expect(nextSaveState(facts, device('ready'))).toBe(facts);
  expect(nextSaveState(facts, server('covered'))).toBe(facts);
  expect(nextSaveState(facts, kept(0))).toBe(facts);
});

test('of several rooms the worst is shown, with all edits counted', () => {
  const saved = shown(device('ready'), server('covered'));
  const kept2 = shown(device('ready'), server('offline'), edited, edited);
  expect(worstSaveState([saved, kept2, saved])).toEqual({ state: 'offlineKept', count: 2, cause: null });
  expect(worstSaveState([saved, { state: 'readOnly', count: 0, cause: 'role' }]).state).toBe('saved');
});
