/** One shared document on this screen: the Yjs document, who is in it, whether it may be changed, and where its words are. */
import type { DocumentKind } from '@tramline/wire';
import { FIRST_LEASABLE_CLIENT } from '@tramline/wire';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type ClaimWriter, claimWriter } from './claimWriter.ts';
import { connectRoom, type RoomConnection, type RoomConnector } from './connectRoom.ts';
import { type CopyStore, openCopyStore } from './copyStore.ts';
import { DeviceCopy } from './deviceCopy.ts';
import { requestTicket, type TicketOutcome } from './requestTicket.ts';
import {
  mayLoseWords,
  nextSaveState,
  presentSaveState,
  type SaveEvent,
  type SaveFacts,
  type SaveState,
  UNKNOWN_SAVE,
} from './saveState.ts';

/** `opening` until the words are there; `absent` when they are neither on this device nor to be had from the server now. */
type RoomContent = 'opening' | 'ready' | 'absent';

export interface Room {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly content: RoomContent;
  readonly mode: 'edit' | 'read';
  /** Client ids under which this device wrote words that waited when the room was opened, and which no other page acts for. */
  readonly earlierClientIds: readonly number[];
  /** The same object until it changes. */
  readonly saved: SaveState;
  /** When the server last had everything, in milliseconds since 1970. */
  readonly savedAt: number | null;
  /** Whether closing the page now would lose words. */
  readonly mayLoseWords: boolean;
  /** Whether this device can keep words: then a room that is closed still writes what it has not written yet. */
  readonly keepsWords: boolean;
  /** Calls back after any of the above changed. */
  subscribe(listener: () => void): () => void;
  /** Empties this device's copy, refused edits included. The page must be loaded anew afterwards. */
  discardCopy(): Promise<void>;
  close(): void;
}

export interface RoomOptions {
  readonly documentId: string;
  readonly kind: DocumentKind;
  /** Whose copy on this device. */
  readonly userId: string;
  /** Whether the person's role edits, as far as this page knows; the ticket decides. */
  readonly mayEdit: boolean;
  readonly claim?: ClaimWriter;
  readonly openStore?: (documentId: string, userId: string) => Promise<CopyStore>;
  readonly ticket?: typeof requestTicket;
  readonly connect?: RoomConnector;
}

/** How long a slow database of the browser may hold back the first connection. */
const MAX_COPY_WAIT_MS = 1500;
/** The wire lets a ticket name so many. */
const MAX_EARLIER = 64;

/** Opens a room: first this device's copy, then the server. Never throws and never waits: follow it by `subscribe`. */
export function openRoom(options: RoomOptions): Room {
  const {
    documentId,
    kind,
    userId,
    mayEdit,
    claim = claimWriter,
    openStore = openCopyStore,
    ticket = requestTicket,
    connect = connectRoom,
  } = options;
  const doc = new Y.Doc();
  if (doc.clientID < FIRST_LEASABLE_CLIENT) doc.clientID += FIRST_LEASABLE_CLIENT;
  const awareness = new Awareness(doc);
  const listeners = new Set<() => void>();
  let facts: SaveFacts = mayEdit ? UNKNOWN_SAVE : { ...UNKNOWN_SAVE, mode: 'read', cause: 'role' };
  let saved = presentSaveState(facts);
  let savedAt: number | null = null;
  let content: RoomContent = 'opening';
  let earlier: number[] = [];
  let claimed: readonly number[] = [];
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  void claim(doc.clientID, released);
  let connection: RoomConnection | null = null;
  let isClosed = false;

  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const take = (event: SaveEvent): void => {
    const next = nextSaveState(facts, event);
    if (next === facts) return;
    facts = next;
    const shown = presentSaveState(facts);
    if (shown.state === saved.state && shown.count === saved.count && shown.cause === saved.cause) return;
    if (shown.state === 'saved') savedAt = Date.now();
    saved = shown;
    tell();
  };
  const show = (next: RoomContent): void => {
    if (content === next || content === 'ready') return;
    content = next;
    tell();
  };

  const onUpdate = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (transaction.local) take({ type: 'edited' });
  };
  doc.on('update', onUpdate);

  const copy = new DeviceCopy({
    doc,
    open: () => openStore(documentId, userId),
    pending: () => facts.pending,
    onState: (device) => take({ type: 'device', device }),
    onUnkept: (unkept) => take({ type: 'kept', unkept }),
  });
  const loaded = copy.loaded.then(async ({ updates, writers }) => {
    earlier = [...writers.keys()].slice(-MAX_EARLIER);
    const pending = [...writers.values()].reduce((sum, count) => sum + count, 0);
    take({ type: 'reopened', pending });
    const candidates = earlier;
    const isClaimed = await Promise.all(candidates.map((clientId) => claim(clientId, released)));
    claimed = candidates.filter((_, at) => isClaimed[at]);
    if (updates.length > 0) show('ready');
  });

  const askTicket = async (): Promise<TicketOutcome> => {
    const named = earlier;
    const outcome = await ticket({ documentId, clientId: doc.clientID, earlierClientIds: named });
    // A slow copy came in meanwhile: its words go out only under a ticket that names who wrote them.
    if (outcome.state === 'granted' && earlier.some((clientId) => !named.includes(clientId))) return askTicket();
    if (outcome.state === 'granted') {
      const { mode, schemaVersion } = outcome.answer;
      take({ type: 'admitted', mode, cause: mode === 'edit' ? null : schemaVersion > 1 ? 'schema' : 'role' });
    } else if (outcome.state === 'refused') {
      take({ type: 'ended', cause: outcome.cause });
      show('absent');
    } else {
      take({ type: 'server', server: 'offline' });
      show('absent');
    }
    return outcome;
  };

  const patience = new Promise<void>((resolve) => setTimeout(resolve, MAX_COPY_WAIT_MS));
  void Promise.race([loaded, patience]).then(() => {
    if (isClosed) return;
    connection = connect({
      documentId,
      doc,
      awareness,
      askTicket,
      onServer(server) {
        take({ type: 'server', server });
        if (server !== 'covered') return;
        copy.settle([...earlier, doc.clientID]);
        earlier = [];
      },
      onSynced: () => show('ready'),
      onRefused: (code) => take({ type: 'refused', code }),
      onReadOnly(cause) {
        if (facts.mode === 'edit') take({ type: 'admitted', mode: 'read', cause });
      },
      onEnded(cause) {
        take({ type: 'ended', cause });
        show('absent');
      },
    });
  });

  return {
    documentId,
    kind,
    doc,
    awareness,
    get content() {
      return content;
    },
    get mode() {
      return facts.mode;
    },
    get earlierClientIds() {
      return claimed;
    },
    get saved() {
      return saved;
    },
    get savedAt() {
      return savedAt;
    },
    get mayLoseWords() {
      return mayLoseWords(facts);
    },
    get keepsWords() {
      return facts.device !== 'missing' && facts.device !== 'full';
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async discardCopy() {
      connection?.close();
      await copy.discard();
    },
    close() {
      isClosed = true;
      release();
      connection?.close();
      copy.close();
      doc.off('update', onUpdate);
      awareness.destroy();
      doc.destroy();
    },
  };
}
