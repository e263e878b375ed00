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
  let timer: ReturnType<typeof setTimeout> | undefined;
  const renew = (): void => {
    const isOpen = scriptRoom.content === 'ready' && shotsRoom.content === 'ready' && shotsRoom.mode === 'edit';
    if (isOpen && mayEdit()) renewAnchors(shotsRoom.doc, rows.ground);
  };
  const stop = rows.subscribe((change) => {
    if (!change.tx.local || !movesHeads(change)) return;
    clearTimeout(timer);
    timer = setTimeout(renew, QUIET_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Whether elements came or went. */
function movesHeads({ before, stretches }: RowsChange): boolean {
  return stretches.some(
    ({ from, to, rows }) => rows.length !== to - from || rows.some((row, at) => row.head !== before[from + at]!.head),
  );
}
