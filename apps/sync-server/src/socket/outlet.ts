/** What leaves through one socket. A slow reader is not buffered for: it gets one diff later. */
import { CLOSE_CODE } from '@tramline/wire';
import type { WebSocket } from 'ws';
import type { Limits } from '../limits.ts';
import type { WebSocketFrame } from './webSocketFrame.ts';

const lookEveryMs = 100;

/** Above `lagAt` unread bytes it drops edits and presence, and calls `onDrained` once the reader has caught up. */
export class Outlet {
  isLagging = false;
  readonly #socket: WebSocket;
  readonly #limits: Limits;
  readonly #onDrained: () => void;
  #timer: NodeJS.Timeout | undefined;
  /** A large document may itself exceed `closeAt`. */
  #largest = 0;

  constructor(socket: WebSocket, limits: Limits, onDrained: () => void) {
    this.#socket = socket;
    this.#limits = limits;
    this.#onDrained = onDrained;
  }

  get unread(): number {
    return this.#socket.bufferedAmount;
  }

  /** Sends an edit unless the reader lags; false when it was dropped. */
  offer(frame: WebSocketFrame): boolean {
    if (this.isLagging) return false;
    if (this.unread > this.#limits.lagAt) {
      this.#lag();
      return false;
    }
    this.#write(frame);
    return true;
  }

  /** Sends a frame that must not be dropped; a reader that cannot take even those is closed with 1013. */
  send(frame: WebSocketFrame): void {
    if (this.unread <= this.#limits.closeAt + this.#largest) {
      this.#write(frame);
      return;
    }
    this.#socket.close(CLOSE_CODE.tryLater, 'reader too slow');
    this.#socket.terminate();
  }

  /** The frame has its header already, so one buffer serves every socket; ws counts it in bufferedAmount. */
  #write(frame: WebSocketFrame): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (frame.length > this.#limits.lagAt) this.#largest = Math.max(this.#largest, frame.length);
    (this.#socket as unknown as { readonly _socket: NodeJS.WritableStream })._socket.write(frame);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #lag(): void {
    this.isLagging = true;
    this.#timer = setInterval(() => {
      if (this.unread > this.#limits.lagAt / 16) return;
      clearInterval(this.#timer);
      this.isLagging = false;
      this.#onDrained();
    }, lookEveryMs);
  }
}
