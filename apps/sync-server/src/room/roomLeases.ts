/** Which person writes under which Yjs client id in one document. A lease is for good. */
import { leaseClients } from '@tramline/store';
import type { Ticket } from '@tramline/wire';
import type { Pool } from 'pg';

/**
 * `taken`: one of the ids is somebody else's, or stands in the document without an owner. `later`: the database is away; the
 * socket may read, and its edits are put off.
 */
export type LeaseAnswer = 'leased' | 'taken' | 'later';

export interface RoomLeasesOptions {
  readonly pool: Pool;
  readonly documentId: string;
  readonly leases: ReadonlyMap<number, string>;
  /** Whether the document has words under a client id. */
  readonly isInUse: (clientId: number) => boolean;
}

export class RoomLeases {
  readonly #options: RoomLeasesOptions;
  readonly #owners: Map<number, string>;

  constructor(options: RoomLeasesOptions) {
    this.#options = options;
    this.#owners = new Map(options.leases);
  }

  /** The person who may write under an id; `undefined` when nobody may. */
  ownerOf(clientId: number): string | undefined {
    return this.#owners.get(clientId);
  }

  /** Leases a ticket's client ids to its person. Never rejects. */
  async lease({ clientId, earlierClientIds, userId }: Ticket): Promise<LeaseAnswer> {
    const wanted = [clientId, ...earlierClientIds];
    if (wanted.some((id) => (this.#owners.get(id) ?? userId) !== userId)) return 'taken';
    const missing = wanted.filter((id) => !this.#owners.has(id));
    if (missing.some(this.#options.isInUse)) return 'taken';
    if (missing.length === 0) return 'leased';
    try {
      if (!(await leaseClients(this.#options.pool, this.#options.documentId, missing, userId))) return 'taken';
    } catch {
      return 'later';
    }
    for (const id of missing) this.#owners.set(id, userId);
    return 'leased';
  }
}
