/** Asks the snapshot thread, one document after another. The thread starts with the first question. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';

export interface SnapshotRequest {
  readonly id: number;
  readonly documentId: string;
}

/** `written` is absent when there was nothing to write; `failed` when the database or the thread failed. */
export interface SnapshotAnswer {
  readonly id: number;
  readonly alarms: readonly string[];
  readonly written?: { readonly seq: number; readonly state: Uint8Array };
  readonly failed?: string;
}

const entry = path.join(import.meta.dirname, 'snapshotWorker.ts');

export class SnapshotWriter {
  readonly #databaseUrl: string;
  readonly #alarm: (text: string) => void;
  readonly #asked = new Map<number, (answer: SnapshotAnswer) => void>();
  #worker: Worker | undefined;
  #lastId = 0;

  constructor(databaseUrl: string, alarm: (text: string) => void) {
    this.#databaseUrl = databaseUrl;
    this.#alarm = alarm;
  }

  /** Writes a snapshot of everything that is committed. Never rejects: a snapshot is a cache. */
  async write(documentId: string): Promise<SnapshotAnswer['written']> {
    const id = ++this.#lastId;
    const answer = await new Promise<SnapshotAnswer>((resolve) => {
      this.#asked.set(id, resolve);
      this.#start().postMessage({ id, documentId } satisfies SnapshotRequest);
    });
    for (const text of answer.alarms) this.#alarm(text);
    if (answer.failed) this.#alarm(`snapshot of document ${documentId}: ${answer.failed}`);
    return answer.written;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(entry, { workerData: { databaseUrl: this.#databaseUrl }, execArgv: ['--no-warnings'] });
    worker.unref();
    worker.on('message', (answer: SnapshotAnswer) => {
      this.#asked.get(answer.id)?.(answer);
      this.#asked.delete(answer.id);
    });
    worker.on('error', (error) => this.#alarm(`snapshot thread: ${String(error)}`));
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
      for (const [id, resolve] of this.#asked) resolve({ id, alarms: [], failed: 'the snapshot thread ended' });
      this.#asked.clear();
    });
    this.#worker = worker;
    return worker;
  }
}
