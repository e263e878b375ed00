/** What the installation keeps for itself: news for other processes, and settings. */
import type { OutboxMessage } from '@tramline/wire';

/**
 * News from the web tier for the live process, which reads them by `OutboxReader`. A row is written in the transaction of the change
 * it tells of, and announced by NOTIFY.
 */
export interface Outbox {
  post(message: OutboxMessage, at: Date): Promise<void>;
  /** Forgets rows written before a moment; how many. */
  prune(before: Date): Promise<number>;
}

/** Settings of the installation, by name. Values are JSON. */
export interface Settings {
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<void>;
  /** Writes a setting unless it is there; whether it was written. Of two at once, one is. */
  claim(key: string, value: unknown): Promise<boolean>;
}
