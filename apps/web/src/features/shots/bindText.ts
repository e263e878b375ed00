/**
 * Ties a text control to a shared text: what is typed becomes the smallest edit, what others write appears without moving the
 * caret. While an input method composes, nothing is written either way; what others wrote meanwhile is kept, and shown at the end.
 */
import { type DeltaPart, moveEdit, movePlace, readTextEdit } from './textEdit.ts';

/** A shared text, as the document keeps it: the part of `Y.Text` that is used here. */
export interface SharedText {
  toString(): string;
  insert(index: number, words: string): void;
  delete(index: number, length: number): void;
  observe(
    listener: (event: { readonly delta: readonly DeltaPart[] }, transaction: { readonly origin: unknown }) => void,
  ): void;
  unobserve(
    listener: (event: { readonly delta: readonly DeltaPart[] }, transaction: { readonly origin: unknown }) => void,
  ): void;
  readonly doc: { transact(call: () => void, origin?: unknown): void } | null;
}

/** The part of an `<input>` or `<textarea>` that is used here. */
export interface TextControl {
  value: string;
  selectionStart: number | null;
  selectionEnd: number | null;
  setSelectionRange(start: number, end: number): void;
  addEventListener(type: 'input' | 'compositionstart' | 'compositionend', listener: () => void): void;
  removeEventListener(type: 'input' | 'compositionstart' | 'compositionend', listener: () => void): void;
}

/** Binds until the returned function is called. `onShown` hears the words after every change of the control by others. */
export function bindText(
  text: SharedText,
  control: TextControl,
  onShown: (words: string) => void = () => {},
): () => void {
  const origin = {};
  let shown = text.toString();
  let isComposing = false;
  let held: (readonly DeltaPart[])[] = [];
  control.value = shown;

  const write = (): void => {
    const caret = control.selectionEnd ?? control.value.length;
    const edit = readTextEdit(shown, control.value, caret);
    if (edit) {
      const { at, remove, insert } = moveEdit(edit, held);
      text.doc?.transact(() => {
        if (remove > 0) text.delete(at, remove);
        if (insert !== '') text.insert(at, insert);
      }, origin);
    }
    if (held.length > 0) show(held);
    held = [];
    shown = text.toString();
  };
  const show = (deltas: readonly (readonly DeltaPart[])[]): void => {
    const place = (start: number | null) => deltas.reduce((at, delta) => movePlace(at, delta), start ?? 0);
    const [start, end] = [place(control.selectionStart), place(control.selectionEnd)];
    shown = text.toString();
    if (control.value !== shown) {
      control.value = shown;
      control.setSelectionRange(Math.min(start, shown.length), Math.min(end, shown.length));
    }
    onShown(shown);
  };
  const onText: Parameters<SharedText['observe']>[0] = (event, transaction) => {
    if (transaction.origin === origin) return;
    if (isComposing) held.push(event.delta);
    else show([event.delta]);
  };
  const onInput = (): void => {
    if (!isComposing) write();
  };
  const onStart = (): void => {
    isComposing = true;
  };
  const onEnd = (): void => {
    isComposing = false;
    write();
  };
  text.observe(onText);
  control.addEventListener('input', onInput);
  control.addEventListener('compositionstart', onStart);
  control.addEventListener('compositionend', onEnd);
  return () => {
    if (isComposing) onEnd();
    text.unobserve(onText);
    control.removeEventListener('input', onInput);
    control.removeEventListener('compositionstart', onStart);
    control.removeEventListener('compositionend', onEnd);
  };
}
