/** The database of this browser that keeps one person's copy of one document. A port, and its IndexedDB adapter. */

/** What a copy holds. `writers`: the Yjs client ids that wrote here, with the number of edits the server has not committed. */
export interface KeptCopy {
  readonly updates: readonly Uint8Array[];
  readonly writers: ReadonlyMap<number, number>;
}

/** What one write adds. `writer` is absent when all of it came from elsewhere. */
export interface CopyWrite {
  readonly updates: readonly Uint8Array[];
  readonly writer?: { readonly clientId: number; readonly pending: number };
}

/** Every promise resolves only after the database has committed, and rejects when it has not. */
export interface CopyStore {
  read(): Promise<KeptCopy>;
  append(write: CopyWrite): Promise<void>;
  /** Forgets that these client ids have anything to be committed. */
  settle(clientIds: readonly number[]): Promise<void>;
  /** Joins many updates into one, inside one transaction, so that what another tab wrote meanwhile is kept. */
  compact(merge: (updates: readonly Uint8Array[]) => Uint8Array): Promise<void>;
  clear(): Promise<void>;
  close(): void;
}

const DATABASE = 'tramline';
const VERSION = 1;
const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
const committed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
  });

function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, VERSION);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('updates', { autoIncrement: true });
    request.result.createObjectStore('writers');
  };
  return settled(request);
}

/**
 * Opens the copy of a document for a person: two people at one browser never see each other's unsent words.
 * Rejects where the browser has no database for us (private windows, a blocked or broken profile).
 */
export async function openCopyStore(documentId: string, userId: string): Promise<CopyStore> {
  const database = await openDatabase(`${DATABASE}/${documentId}/${userId}`);
  // Another tab that deletes or upgrades the database must not wait for this one.
  database.onversionchange = () => database.close();
  const write = (): IDBTransaction =>
    database.transaction(['updates', 'writers'], 'readwrite', { durability: 'strict' });
  return {
    async read() {
      const transaction = database.transaction(['updates', 'writers'], 'readonly');
      const writers = transaction.objectStore('writers');
      const [updates, ids, counts] = await Promise.all([
        settled<Uint8Array[]>(transaction.objectStore('updates').getAll()),
        settled(writers.getAllKeys()),
        settled<number[]>(writers.getAll()),
      ]);
      return { updates, writers: new Map(ids.map((id, at) => [Number(id), counts[at] ?? 0])) };
    },
    append({ updates, writer }) {
      const transaction = write();
      for (const update of updates) transaction.objectStore('updates').add(update);
      if (writer) transaction.objectStore('writers').put(writer.pending, writer.clientId);
      return committed(transaction);
    },
    settle(clientIds) {
      const transaction = write();
      for (const id of clientIds) transaction.objectStore('writers').delete(id);
      return committed(transaction);
    },
    async compact(merge) {
      const transaction = write();
      const rows = transaction.objectStore('updates');
      const updates = await settled<Uint8Array[]>(rows.getAll());
      rows.clear();
      if (updates.length > 0) rows.add(merge(updates));
      return committed(transaction);
    },
    clear() {
      const transaction = write();
      transaction.objectStore('updates').clear();
      transaction.objectStore('writers').clear();
      return committed(transaction);
    },
    close: () => database.close(),
  };
}
