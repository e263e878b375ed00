import { REFUSAL } from '@tramline/wire';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { checkUpdate, type Verdict } from './checkUpdate.ts';
import { fingerprint, openRoots } from './openRoots.ts';

const own = 5000;
const foreign = 6000;

function documentOf(id: number): Y.Doc {
  const doc = openRoots(new Y.Doc(), 'script');
  doc.clientID = id;
  return doc;
}
function check(doc: Y.Doc, update: Uint8Array): Verdict {
  return checkUpdate({ doc, kind: 'script', update, mayWrite: (id) => id === own, runMax: 1000 });
}
/** What `change` adds to a copy of a document. */
function updateOf(base: Y.Doc, change: (doc: Y.Doc) => void, id = own): Uint8Array {
  const doc = documentOf(id + 1);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(base));
  doc.clientID = id; // after applying: Yjs takes another id when it meets its own from elsewhere
  const before = Y.encodeStateVector(doc);
  change(doc);
  return Y.encodeStateAsUpdate(doc, before);
}

test('an honest update is news and says where each client ends', () => {
  const verdict = check(
    documentOf(foreign),
    updateOf(documentOf(foreign), (doc) => doc.getText('body').insert(0, 'words')),
  );
  expect(verdict).toEqual({ ok: true, hasNews: true, ends: new Map([[own, 5]]) });
});

test('what is known already is no news, also with the whole delete set', () => {
  const doc = documentOf(own);
  doc.getText('body').insert(0, 'words');
  doc.getText('body').delete(0, 2);
  expect(check(doc, Y.encodeStateAsUpdate(doc))).toMatchObject({ ok: true, hasNews: false });
});

test('deleting another person’s words is allowed: only new structs need the own id', () => {
  const doc = documentOf(foreign);
  doc.getText('body').insert(0, 'words');
  expect(
    check(
      doc,
      updateOf(doc, (copy) => copy.getText('body').delete(0, 2)),
    ),
  ).toMatchObject({ ok: true, hasNews: true });
});

test('a run that begins below the known clock and goes on where it ended is honest', () => {
  const doc = documentOf(own);
  doc.getText('body').insert(0, 'abc');
  const later = documentOf(own + 1);
  Y.applyUpdate(later, Y.encodeStateAsUpdate(doc));
  later.clientID = own;
  later.getText('body').insert(3, 'def');
  expect(check(doc, Y.encodeStateAsUpdate(later))).toMatchObject({
    ok: true,
    hasNews: true,
    ends: new Map([[own, 6]]),
  });
});

test('the same words under somebody else’s id are refused with 12', () => {
  const base = documentOf(7000);
  expect(
    check(
      base,
      updateOf(base, (doc) => doc.getText('body').insert(0, 'x'), foreign),
    ),
  ).toMatchObject({ ok: false, code: REFUSAL.foreignClient });
});

test('every prefix of an honest update is refused or taken, never thrown', () => {
  const base = documentOf(foreign);
  base.getText('body').insert(0, 'ground');
  const update = updateOf(base, (doc) => {
    const head = new Y.Map<unknown>();
    doc.getText('body').insertEmbed(2, head);
    head.set('id', 'h');
    head.set('type', 'action');
    doc.getText('body').format(0, 2, { bold: true });
    doc.getMap('title').set('Title', { at: 0, key: 'Title', value: 'Last Service' });
  });
  expect(check(base, update)).toMatchObject({ ok: true });
  for (let length = 0; length < update.length; length++)
    expect(typeof check(base, update.slice(0, length)).ok).toBe('boolean');
});

test('whatever byte of an update is changed, what passes the check is taken by Yjs and keeps the shape', () => {
  const base = documentOf(foreign);
  base.getText('body').insert(0, 'ground');
  const update = updateOf(base, (doc) => {
    doc.getText('body').insert(3, 'new words', { italic: true });
    doc.getMap('settings').set('paper', 'letter');
  });
  const roots = [...base.share.keys()].sort();
  let passed = 0;
  for (let at = 0; at < update.length; at++) {
    for (const value of [0, 1, 2, 7, 127, 128, 255, update[at]! ^ 1]) {
      const changed = update.slice();
      changed[at] = value;
      const copy = documentOf(7000);
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(base));
      if (!check(copy, changed).ok) continue;
      passed++;
      Y.applyUpdate(copy, changed);
      expect([copy.store.pendingStructs, copy.store.pendingDs]).toEqual([null, null]);
      expect([...copy.share.keys()].sort()).toEqual(roots);
      expect(fingerprint(copy, 'script').length).toBeGreaterThan(0);
    }
  }
  expect(passed).toBeGreaterThan(0);
});

test('a kind without roots takes nothing', () => {
  const doc = openRoots(new Y.Doc(), 'bible');
  const update = updateOf(documentOf(foreign), (copy) => copy.getText('body').insert(0, 'x'));
  expect(checkUpdate({ doc, kind: 'bible', update, mayWrite: () => true, runMax: 1000 })).toMatchObject({
    ok: false,
    code: REFUSAL.shape,
  });
});
