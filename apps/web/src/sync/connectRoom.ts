/** Joins a document to its room in the live process: collab's sync client, with what it tells put into our words. */
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
  /** The server closed the room for good. */
  readonly onEnded: (cause: SaveCause) => void;
}
export type RoomConnector = (options: RoomConnectionOptions) => RoomConnection;
