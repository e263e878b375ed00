/** Undo in a shots document: of this device's own edits only. */
import * as Y from 'yjs';
import { openShots, SHOTS_EDIT } from './shotsDocument.ts';

/** Edits of one person that lie closer together than this are undone as one. */
export const SHOTS_UNDO_PAUSE_MS = 500;

/**
 * The undo manager of the shots and beats of a document. It follows edits made through this package; `pauseMs` 0 keeps every edit apart.
 * The caller destroys it.
 */
export function createShotsUndo(doc: Y.Doc, pauseMs: number = SHOTS_UNDO_PAUSE_MS): Y.UndoManager {
  const { beats, shots } = openShots(doc);
  return new Y.UndoManager([beats, shots], { trackedOrigins: new Set([SHOTS_EDIT]), captureTimeout: pauseMs });
}
