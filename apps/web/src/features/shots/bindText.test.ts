import { expect, test } from 'vitest';
import { bindText, type SharedText, type TextControl } from './bindText.ts';
import type { DeltaPart } from './textEdit.ts';

type Listener = Parameters<SharedText['observe']>[0];

/** A shared text of one replica; `fromPeer` is what another person does. */
function sharedText(words: string) {
  const listeners = new Set<Listener>();
  const edits: string[] = [];
  let now = words;
  let origin: unknown = 'peer';
  const tell = (delta: DeltaPart[]) => {
    for (const listener of listeners) listener({ delta }, { origin });
  };
  const text: SharedText = {
    toString: () => now,
    insert(at, put) {
      now = now.slice(0, at) + put + now.slice(at);
      edits.push(`+${at}:${put}`);
      tell([{ retain: at }, { insert: put }]);
    },
    delete(at, length) {
      now = now.slice(0, at) + now.slice(at + length);
      edits.push(`-${at}:${length}`);
      tell([{ retain: at }, { delete: length }]);
    },
    observe: (listener) => void listeners.add(listener),
    unobserve: (listener) => void listeners.delete(listener),
    doc: {
      transact(call, by) {
        origin = by;
        call();
        origin = 'peer';
      },
    },
  };
  return { text, edits, listeners };
}

function control() {
  const listeners = new Map<string, Set<() => void>>();
  const made: TextControl & { fire(type: string): void; type(value: string, caret: number): void } = {
    value: '',
    selectionStart: 0,
    selectionEnd: 0,
    setSelectionRange(start, end) {
      made.selectionStart = start;
      made.selectionEnd = end;
    },
    addEventListener: (type, listener) =>
      void (listeners.get(type) ?? listeners.set(type, new Set()).get(type)!).add(listener),
    removeEventListener: (type, listener) => void listeners.get(type)?.delete(listener),
    fire(type) {
      for (const listener of listeners.get(type) ?? []) listener();
    },
    type(value, caret) {
      made.value = value;
      made.setSelectionRange(caret, caret);
      made.fire('input');
    },
  };
  return made;
}

test('a typed letter becomes one small edit, not the whole text again', () => {
  const { text, edits } = sharedText('Torch, hard');
  const box = control();
  bindText(text, box);
  box.type('Torch, very hard', 11);
  expect(edits).toEqual(['+6: very']);
});

test('what another person writes appears and the caret stays at its word', () => {
  const { text } = sharedText('hard light');
  const box = control();
  bindText(text, box);
  box.setSelectionRange(4, 4);
  text.insert(0, 'Torch, ');
  expect([box.value, box.selectionStart, box.selectionEnd]).toEqual(['Torch, hard light', 11, 11]);
});

test('while an input method composes nothing is written and nothing shown; at its end both are there', () => {
  const { text, edits } = sharedText('光线：');
  const box = control();
  bindText(text, box);
  box.setSelectionRange(3, 3);
  box.fire('compositionstart');
  box.type('光线：shou', 7);
  text.insert(0, '主');
  expect([box.value, edits]).toEqual(['光线：shou', ['+0:主']]);
  box.value = '光线：手电';
  box.setSelectionRange(5, 5);
  box.fire('compositionend');
  expect([text.toString(), box.value, box.selectionStart]).toEqual(['主光线：手电', '主光线：手电', 6]);
});

test('an unbound control hears nothing more, and a composition that was open is kept', () => {
  const { text, listeners } = sharedText('a');
  const box = control();
  const unbind = bindText(text, box);
  box.fire('compositionstart');
  box.value = 'ab';
  unbind();
  expect([text.toString(), listeners.size]).toEqual(['ab', 0]);
});
