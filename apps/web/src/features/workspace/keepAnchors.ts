/** After this page moved elements, their shots and beats hold on to them where they are now. */
import { followBody, openScript, type RowsChange, renewAnchors } from '@tramline/collab';
import type { Room } from '../../sync/room.ts';

/** Several edits in a row, such as a cut and a paste, are looked at together. */
const QUIET_MS = 300;

export interface KeepAnchorsParts {
  readonly scriptRoom: Pick<Room, 'doc' | 'content'>;
  readonly shotsRoom: Pick<Room, 'doc' | 'content' | 'mode'>;
  readonly mayEdit: () => boolean;
}

/** Begins to look after the anchors. Returns how to stop. */
export function keepAnchors({ scriptRoom, shotsRoom, mayEdit }: KeepAnchorsParts): () => void {
  const rows = followBody(openScript(scriptRoom.doc).body);
  const moved = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const renew = (): void => {
    const isOpen = scriptRoom.content === 'ready' && shotsRoom.content === 'ready' && shotsRoom.mode === 'edit';
    if (isOpen && mayEdit()) renewAnchors(shotsRoom.doc, rows.ground, (id) => moved.has(id));
    moved.clear();
  };
  const stop = rows.subscribe((change) => {
    if (!change.tx.local) return;
    for (const id of freshIds(change)) moved.add(id);
    if (moved.size === 0) return;
    clearTimeout(timer);
    timer = setTimeout(renew, QUIET_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** The ids under which a change put elements: of those that were moved, pasted or brought back, ids that were there before. */
function freshIds({ before, stretches }: RowsChange): string[] {
  return stretches.flatMap(({ from, to, rows }) => {
    const known = new Set(before.slice(from, to).map(({ head }) => head));
    return rows.flatMap(({ head, rawId }) => (known.has(head) ? [] : [rawId]));
  });
}
