/** When a room's snapshot is due, and that one is written at a time. A snapshot is a cache: none of this can fail a room. */
import type { DocumentBytes } from '@tramline/store';
import type { Limits } from '../limits.ts';
import type { SnapshotAnswer, SnapshotWriter } from './snapshotWriter.ts';

export interface RoomSnapshotsOptions {
  readonly bytes: DocumentBytes;
  readonly writer: SnapshotWriter;
  readonly limits: Pick<Limits, 'compactRows' | 'compactBytes'>;
  readonly onWritten: (written: NonNullable<SnapshotAnswer['written']>) => void;
}

export class RoomSnapshots {
  readonly #options: RoomSnapshotsOptions;
  /** What has been committed since the newest snapshot was begun. */
  #rows: number;
  #bytes: number;
  #writing: Promise<void> | undefined;

  constructor(options: RoomSnapshotsOptions) {
    this.#options = options;
    const { tail } = options.bytes;
    this.#rows = tail.length;
    this.#bytes = tail.reduce((sum, row) => sum + row.bytes.byteLength, 0);
  }

  /** A row was committed; a snapshot is begun when it is due. */
  add(bytes: number): void {
    this.#rows++;
    this.#bytes += bytes;
    const { compactRows, compactBytes } = this.#options.limits;
    if (this.#rows >= compactRows || this.#bytes >= compactBytes) this.#begin();
  }

  /** Resolves when everything that is committed now is in a snapshot, or could not be put into one. Never rejects. */
  async finish(): Promise<void> {
    await this.#writing;
    if (this.#rows > 0) this.#begin();
    await this.#writing;
  }

  #begin(): void {
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
    });
  }

  async #write(): Promise<void> {
    this.#rows = 0;
    this.#bytes = 0;
    const { writer, bytes, onWritten } = this.#options;
    const written = await writer.write(bytes.documentId);
    if (written) onWritten(written);
  }
}
