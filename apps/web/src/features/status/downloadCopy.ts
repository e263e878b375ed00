/** Gives a person the words of this screen as a file, for when the server will not take them. */
import { openScript, readElements, readTitle } from '@tramline/collab';
import { writeFountain } from '@tramline/screenplay';
import type { Room } from '../../sync/room.ts';

/** Downloads the script of a room as Fountain, named after its title. */
export function downloadCopy(room: Room, title: string): void {
  const script = openScript(room.doc);
  const text = writeFountain(readElements(script), readTitle(script));
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${title.replace(/[\\/:*?"<>|]/g, ' ').trim() || 'script'}.fountain`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
