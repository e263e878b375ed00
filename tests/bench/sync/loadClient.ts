/** A client of any of the three servers that holds no Yjs document: it opens, counts what arrives, and sends what it is given. */
import { once } from 'node:events';
import { counterFrame, FRAME, SYNC_PROTOCOL, SYNC_STEP, syncFrame, TICKET_PREFIX } from '@tramline/wire';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import { ORIGIN } from '../../faults/support/stage.ts';
import type { RunningServer } from './servers.ts';

/** Hocuspocus answers with a type of its own. */
const hocuspocusReply = 4;
const hocuspocusAuth = 2;
/** The time of sending travels inside the inserted text. */
const stamp = /@(\d+\.\d+)#/g;

export function stampNow(): string {
  return `@${performance.now().toFixed(3)}#`;
}

export class LoadClient {
  /** Told of the milliseconds between an edit's sending and its arrival here. */
  onEdit: ((latencyMs: number) => void) | undefined;
  /** Milliseconds from sending to the answer that it is on disk; only our server gives one. */
  readonly acknowledged: number[] = [];
  readonly #server: RunningServer;
  readonly #room: string;
  readonly #waiting = new Map<number, number>();
  #socket!: WebSocket;
  #counter = 0;

  private constructor(server: RunningServer, room: string) {
    this.#server = server;
    this.#room = room;
  }

  /** Opens a room and waits until the server has sent its state. */
  static async open(server: RunningServer, room: string, clientId: number, person: string): Promise<LoadClient> {
    const client = new LoadClient(server, room);
    const protocols = server.token
      ? [SYNC_PROTOCOL, `${TICKET_PREFIX}${await server.token(room, clientId, person)}`]
      : [];
    client.#socket = new WebSocket(server.url(room), protocols, { origin: ORIGIN, perMessageDeflate: false });
    const { promise: synced, resolve } = Promise.withResolvers<void>();
    client.#socket.on('message', (data: Buffer) => client.#read(data, resolve));
    await once(client.#socket, 'open');
    if (server.namesRooms) {
      client.#send((encoder) => {
        encoding.writeVarUint(encoder, hocuspocusAuth);
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarString(encoder, 'no token is asked for');
      });
    }
    client.#sendFrame(syncFrame(SYNC_STEP.step1, Uint8Array.of(0)));
    await synced;
    return client;
  }

  /** Sends an update and, to our server, the question when it is on disk. */
  edit(update: Uint8Array): void {
    this.#sendFrame(syncFrame(SYNC_STEP.update, update));
    if (!this.#server.acknowledges) return;
    this.#waiting.set(++this.#counter, performance.now());
    this.#socket.send(counterFrame(this.#counter));
  }

  close(): void {
    this.#socket.terminate();
  }

  #read(data: Buffer, onSynced: () => void): void {
    const decoder = decoding.createDecoder(data);
    if (this.#server.namesRooms) decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    if (type === FRAME.saved) {
      const sent = this.#waiting.get(decoding.readVarUint(decoder));
      if (sent !== undefined) this.acknowledged.push(performance.now() - sent);
    } else if (type === FRAME.sync || type === hocuspocusReply) {
      if (decoding.readVarUint(decoder) === SYNC_STEP.step2) onSynced();
      else this.#count(data);
    }
  }

  #count(data: Buffer): void {
    if (!this.onEdit) return;
    const now = performance.now();
    for (const match of data.toString('latin1').matchAll(stamp)) this.onEdit(now - Number(match[1]));
  }

  #sendFrame(frame: Uint8Array): void {
    if (this.#server.namesRooms) this.#send((encoder) => encoding.writeUint8Array(encoder, frame));
    else this.#socket.send(frame);
  }

  #send(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, this.#room);
    write(encoder);
    this.#socket.send(encoding.toUint8Array(encoder));
  }
}
