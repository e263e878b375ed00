/** One update on its way into the log. */

/** An incoming update, byte for byte as it came from the socket, with who sent it. */
export interface LogEntry {
  readonly documentId: string;
  /** The generation of the document that the sender's room was opened under. */
  readonly generation: number;
  readonly userId: string;
  readonly sessionId: string;
  readonly clientId: number;
  readonly bytes: Uint8Array;
}

/** Told once per entry, in order within a document. `fenced`: another owner has raised the generation, or the document is gone. */
export type AppendResult =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly why: 'fenced' | 'refused'; readonly message: string };

/** An entry in the queue, and whom to tell. */
export interface QueuedEntry extends LogEntry {
  readonly settle: (result: AppendResult) => void;
  /** Whether the spool file holds it too. */
  spooled?: boolean;
}

/** When a batch is full, how many are under way at once, and when waiting entries go to the spool. */
export interface LogLimits {
  readonly batchRows: number;
  readonly batchBytes: number;
  readonly flightsMax: number;
  /** So many waiting entries leave at once, without waiting for the rest of the loop's turn. */
  readonly eagerRows: number;
  /** A commit that takes longer than this counts as an outage for the spool, before the database has said anything. */
  readonly spoolAfterMs: number;
}

export const defaultLogLimits: LogLimits = {
  batchRows: 64,
  batchBytes: 64 << 10,
  flightsMax: 2,
  eagerRows: 24,
  spoolAfterMs: 1000,
};
