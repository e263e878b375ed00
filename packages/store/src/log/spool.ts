/**
 * The file beside the process that keeps what the database cannot take at the moment. A record is a length, a CRC-32 and a
 * payload (length of a JSON head, the head, the update); a torn last record is cut off when the file is read.
 */
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import type { LogEntry } from './logEntry.ts';

const headBytes = 8;

function record(entry: LogEntry): Buffer {
  const { bytes, documentId, generation, userId, sessionId, clientId } = entry;
  const head = Buffer.from(JSON.stringify({ documentId, generation, userId, sessionId, clientId }));
  const payload = Buffer.allocUnsafe(4 + head.byteLength + bytes.byteLength);
  payload.writeUInt32BE(head.byteLength, 0);
  payload.set(head, 4);
  payload.set(bytes, 4 + head.byteLength);
  const prefix = Buffer.allocUnsafe(headBytes);
  prefix.writeUInt32BE(payload.byteLength, 0);
  prefix.writeUInt32BE(crc32(payload), 4);
  return Buffer.concat([prefix, payload]);
}

/** The whole records of a spool file, in order; stops at the first that is torn or damaged. */
export function readSpool(file: Buffer): { entries: LogEntry[]; goodBytes: number } {
  const entries: LogEntry[] = [];
  let at = 0;
  while (at + headBytes <= file.byteLength) {
    const size = file.readUInt32BE(at);
    const payload = file.subarray(at + headBytes, at + headBytes + size);
    if (size < 4 || payload.byteLength < size || crc32(payload) !== file.readUInt32BE(at + 4)) break;
    const split = 4 + payload.readUInt32BE(0);
    const head = JSON.parse(payload.subarray(4, split).toString('utf8')) as Omit<LogEntry, 'bytes'>;
    entries.push({ ...head, bytes: payload.subarray(split) });
    at += headBytes + size;
  }
  return { entries, goodBytes: at };
}

/** Appends behind one chain of writes; every group of records is flushed to the disk. One process per folder. */
export class Spool {
  /** What an earlier process left behind. */
  readonly left: readonly LogEntry[];
  readonly #file: FileHandle;
  readonly #folder: string;
  readonly #onTrouble: (text: string) => void;
  /** Whether the file holds records. */
  isUsed: boolean;
  #waiting: Buffer[] = [];
  #chain: Promise<void> = Promise.resolve();

  private constructor(folder: string, file: FileHandle, left: readonly LogEntry[], onTrouble: (text: string) => void) {
    this.#folder = folder;
    this.#file = file;
    this.left = left;
    this.isUsed = left.length > 0;
    this.#onTrouble = onTrouble;
  }

  /** Opens or creates `edits.spool` in the folder. Throws what the file system throws. */
  static async open(folder: string, onTrouble: (text: string) => void): Promise<Spool> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(path.join(folder, 'edits.spool'), 'a+', 0o600);
    const content = await file.readFile();
    const { entries, goodBytes } = readSpool(content);
    if (goodBytes < content.byteLength) {
      onTrouble(`spool: ${content.byteLength - goodBytes} bytes of a torn record at the end were cut off`);
      await file.truncate(goodBytes);
    }
    return new Spool(folder, file, entries, onTrouble);
  }

  /** Takes an entry; it is on disk after `settled`. */
  add(entry: LogEntry): void {
    this.isUsed = true;
    this.#waiting.push(record(entry));
    if (this.#waiting.length > 1) return;
    this.#then(async () => {
      const group = Buffer.concat(this.#waiting);
      this.#waiting = [];
      await this.#file.appendFile(group);
      await this.#file.datasync();
    });
  }

  /** Forgets everything: all of it is in the database. */
  clear(): void {
    this.isUsed = false;
    this.#then(async () => {
      await this.#file.truncate(0);
      await this.#file.datasync();
    });
  }

  /** Keeps an entry that the database will never take in a file of its own, for a person to look at. */
  setAside(entry: LogEntry): void {
    this.#then(async () => {
      const aside = await open(path.join(this.#folder, 'refused.spool'), 'a', 0o600);
      try {
        await aside.appendFile(record(entry));
        await aside.datasync();
      } finally {
        await aside.close();
      }
    });
  }

  settled(): Promise<void> {
    return this.#chain;
  }

  async close(): Promise<void> {
    await this.#chain;
    await this.#file.close();
  }

  #then(work: () => Promise<void>): void {
    this.#chain = this.#chain.then(work).catch((error: unknown) => this.#onTrouble(`spool: ${String(error)}`));
  }
}
