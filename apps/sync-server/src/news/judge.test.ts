import { CLOSE_CODE, DOCUMENT_KINDS, EDIT_ACTION, may, REFUSAL, ROLES } from '@tramline/wire';
import { expect, test } from 'vitest';
import { judge, refusalOf } from './judge.ts';

const stands = { projectId: 'p', userId: 'u', sessionEpoch: 0, isProjectDeleted: false };
const now = new Date('2026-03-01T09:00:00Z');
const ticket = { sessionEpoch: 0, sessionEnds: now.getTime() / 1000 + 1, mayEdit: true, schemaVersion: 1 };

test('every role in every kind of room stays, reads on or comes back exactly as the capability table says', () => {
  for (const kind of DOCUMENT_KINDS) {
    for (const role of ROLES) {
      const mayEdit = may(role, EDIT_ACTION[kind]);
      const editor = judge({ ticket, kind, refusal: null }, { ...stands, role }, now);
      const reader = judge({ ticket, kind, refusal: REFUSAL.readOnlyRole }, { ...stands, role }, now);
      expect(editor).toEqual(mayEdit ? { act: 'stay' } : { act: 'read', code: REFUSAL.readOnlyRole });
      expect(reader.act).toBe(mayEdit ? 'close' : 'stay');
      if (reader.act === 'close') expect(reader.code).toBe(CLOSE_CODE.restart);
    }
  }
});

test.each([
  ['a project is deleted', { ...stands, isProjectDeleted: true }, CLOSE_CODE.gone],
  ['a person signs out everywhere', { ...stands, role: 'owner', sessionEpoch: 1 }, CLOSE_CODE.sessionEnded],
  ['a membership ends', stands, CLOSE_CODE.forbidden],
] as const)('when %s the socket is closed for good', (_what, standing, code) => {
  expect(judge({ ticket, kind: 'script', refusal: null }, standing, now)).toMatchObject({ act: 'close', code });
});

test('when its session has run out the socket is closed for good', () => {
  const socket = { ticket, kind: 'script', refusal: null } as const;
  const end = new Date(now.getTime() + 1000);
  expect(judge(socket, { ...stands, role: 'owner' }, end)).toMatchObject({
    act: 'close',
    code: CLOSE_CODE.sessionEnded,
  });
});

test('a client older than the document reads only, whatever the role', () => {
  const document = { kind: 'script', schemaVersion: 2 } as const;
  expect(refusalOf(ticket, document, { ...stands, role: 'owner' })).toBe(REFUSAL.schemaVersion);
  const reader = { ticket, kind: 'script', refusal: REFUSAL.schemaVersion } as const;
  expect(judge(reader, { ...stands, role: 'owner' }, now)).toEqual({ act: 'stay' });
});

test('a role that was lowered between ticket and socket counts; without an answer of the database the ticket does', () => {
  const document = { kind: 'script', schemaVersion: 1 } as const;
  expect(refusalOf(ticket, document, { ...stands, role: 'viewer' })).toBe(REFUSAL.readOnlyRole);
  expect(refusalOf({ ...ticket, mayEdit: false }, document, { ...stands, role: 'writer' })).toBe(REFUSAL.readOnlyRole);
  expect(refusalOf(ticket, document, undefined)).toBeNull();
});
