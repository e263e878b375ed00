/** Who is in a room and where their carets are: never stored; changes of a few milliseconds travel together. */
import { type AwarenessEntry, awarenessFrame } from '@tramline/wire';
import { type WebSocketFrame, webSocketFrame } from '../socket/webSocketFrame.ts';

export class RoomPresence {
  readonly #entries = new Map<number, AwarenessEntry>();
  readonly #changed = new Set<number>();
  readonly #everyMs: number;
  readonly #send: (frame: WebSocketFrame) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(everyMs: number, send: (frame: WebSocketFrame) => void) {
    this.#everyMs = everyMs;
    this.#send = send;
  }

  /** Everybody, as one frame; `undefined` when nobody is there. */
  get frame(): WebSocketFrame | undefined {
    return this.#entries.size === 0 ? undefined : webSocketFrame(awarenessFrame([...this.#entries.values()]));
  }

  /** The clock of a client's entry; -1 without one. */
  clockOf(clientId: number): number {
    return this.#entries.get(clientId)?.clock ?? -1;
  }

  set(entry: AwarenessEntry): void {
    if (entry.state === null) {
      this.#remove(entry);
      return;
    }
    this.#entries.set(entry.clientId, entry);
    this.#changed.add(entry.clientId);
    this.#timer ??= setTimeout(() => this.#flush(), this.#everyMs);
  }

  /** The client's socket is gone. */
  leave(clientId: number): void {
    const known = this.#entries.get(clientId);
    if (known) this.#remove({ clientId, clock: known.clock + 1, state: null });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #remove(entry: AwarenessEntry): void {
    this.#entries.delete(entry.clientId);
    this.#changed.delete(entry.clientId);
    this.#send(webSocketFrame(awarenessFrame([entry])));
  }

  #flush(): void {
    this.#timer = undefined;
    const entries = [...this.#changed].map((id) => this.#entries.get(id)).filter((entry) => entry !== undefined);
    this.#changed.clear();
    if (entries.length > 0) this.#send(webSocketFrame(awarenessFrame(entries)));
  }
}
