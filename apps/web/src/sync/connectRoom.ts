/** Joins a document to its room in the live process: collab's sync client, with what it tells put into our words. */
import { SyncClient } from '@tramline/collab';
import { isFinalRefusal } from '@tramline/wire';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { TicketOutcome } from './requestTicket.ts';
import type { SaveCause, SaveFacts } from './saveState.ts';

export interface RoomConnection {
  close(): void;
}

export interface RoomConnectionOptions {
  readonly documentId: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly askTicket: () => Promise<TicketOutcome>;
  readonly onServer: (server: SaveFacts['server']) => void;
  /** The document holds what the server has. */
  readonly onSynced: () => void;
  readonly onRefused: (code: number) => void;
  /** The room became one for reading only, or the server closed it for good. */
  readonly onReadOnly: (cause: SaveCause) => void;
  readonly onEnded: (cause: SaveCause) => void;
}
export type RoomConnector = (options: RoomConnectionOptions) => RoomConnection;

/** Where rooms are served: beside the page, on the same port. */
function syncAddress(): string {
  return `${location.origin.replace(/^http/, 'ws')}/sync`;
}

const HEALTH_WAIT_MS = 3000;

/** Whether any answer comes from the server now. */
async function isServerThere(): Promise<boolean> {
  const request = fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(HEALTH_WAIT_MS) });
  return request.then(
    () => true,
    () => false,
  );
}

/** A first connection that takes longer than this is called offline; a shorter wait is nobody's business. */
const PATIENCE_MS = 1500;

export const connectRoom: RoomConnector = (options) => {
  let wasSynced = false;
  let wasConnected = false;
  let isLate = false;
  const patience = setTimeout(() => {
    isLate = true;
    if (!wasConnected) options.onServer('offline');
  }, PATIENCE_MS);
  const client = new SyncClient({
    serverUrl: syncAddress(),
    documentId: options.documentId,
    doc: options.doc,
    awareness: options.awareness,
    askTicket: options.askTicket,
    onChange({ state, isSynced, refusedCode, ended, isConnected }) {
      if (isSynced && !wasSynced) {
        wasSynced = true;
        options.onSynced();
      }
      if (isFinalRefusal(refusedCode)) options.onRefused(refusedCode);
      wasConnected ||= isConnected;
      if (ended) options.onEnded(ended);
      else if (!isConnected) options.onServer(wasConnected || isLate ? 'offline' : 'connecting');
      else if (state === 'saved' || (state === 'readOnly' && isSynced)) options.onServer('covered');
      else options.onServer('uncovered');
      if (state === 'readOnly') options.onReadOnly('role');
    },
  });
  // A network that is there again is tried at once, not at the next turn.
  const retry = (): void => client.reconnect();
  // A socket notices a network that went away only after half a minute. A server on this very machine stays reachable.
  const look = async (): Promise<void> => {
    if (await isServerThere()) return;
    client.disconnect();
    client.reconnect();
  };
  const lookNow = (): void => void look();
  addEventListener('online', retry);
  addEventListener('offline', lookNow);
  return {
    close() {
      clearTimeout(patience);
      removeEventListener('online', retry);
      removeEventListener('offline', lookNow);
      client.destroy();
    },
  };
};
