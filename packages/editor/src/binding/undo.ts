/** Undo of one's own edits only, with the selection of that moment. */
import { type Caret, keepRestoredSingle } from '@tramline/collab';
import * as Y from 'yjs';
import type { BodyBinding } from './binding.ts';

export interface BodyUndo {
  /** Takes back one's last change; `false` if there is none. */
  undo(): boolean;
  /** Does again what was last taken back; `false` if there is nothing. */
  redo(): boolean;
  /** Ends the current change: what follows is undone separately. */
  close(): void;
  destroy(): void;
}

/**
 * Makes the undo stack of a binding. Edits less than `captureMs` apart become one change. Undo restores the selection
 * from before the change, redo the one from after it; both are kept as relative places, so they survive others' edits.
 */
export function createUndo(binding: BodyBinding, { captureMs = 500 }: { captureMs?: number } = {}): BodyUndo {
  const manager = new Y.UndoManager(binding.body, { trackedOrigins: new Set([binding]), captureTimeout: captureMs });
  const stopWatching = keepRestoredSingle(binding.body);
  let moving = false;
  const remember = ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }): void => {
    if (moving) return;
    if (!stackItem.meta.has('before') && binding.caretBefore) stackItem.meta.set('before', binding.caretBefore);
    stackItem.meta.set('after', binding.caret);
  };
  manager.on('stack-item-added', remember);
  manager.on('stack-item-updated', remember);
  const move = (direction: 'undo' | 'redo'): boolean => {
    const target = direction === 'undo' ? manager.redoStack : manager.undoStack;
    moving = true;
    const popped = direction === 'undo' ? manager.undo() : manager.redo();
    moving = false;
    if (!popped) return false;
    popped.meta.forEach((value, key) => {
      target.at(-1)?.meta.set(key, value);
    });
    const caret = popped.meta.get(direction === 'undo' ? 'before' : 'after') as Caret | undefined;
    if (caret) binding.select(caret);
    return true;
  };
  return {
    undo: () => move('undo'),
    redo: () => move('redo'),
    close: () => manager.stopCapturing(),
    destroy: () => {
      stopWatching();
      manager.destroy();
    },
  };
}
