/** A real client of the product on Node, as an editor uses it, and a raw socket that sends what it is told. */
import { SyncClient, type TicketReply } from '@tramline/collab';
import {
  type AwarenessEntry,
  counterFrame,
  FRAME,
  readAwareness,
  SYNC_PROTOCOL,
  SYNC_STEP,
  syncFrame,
  TICKET_PREFIX,
  type Ticket,
} from '@tramline/wire';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import type * as Y from 'yjs';
import { newDoc, ORIGIN, type Stage } from './stage.ts';
import { until } from './until.ts';

class OriginSocket extends WebSocket {
  constructor(url: string, protocols: string[]) {
    super(url, protocols, { origin: ORIGIN, perMessageDeflate: false });
  }
}

export interface PeerOptions {
  readonly stage: Stage;
  readonly port: number;
  readonly documentId: string;
  readonly name: string;
  readonly doc?: Y.Doc;
  readonly ticket?: Partial<Ticket>;
  readonly onChange?: (client: SyncClient) => void;
}

/** Opens a document as a person; the ticket is signed afresh for every connection, with the role the person has then. */
export function openPeer({
  stage,
  port,
  documentId,
  name,
  doc = newDoc(),
  ticket = {},
  onChange,
}: PeerOptions): SyncClient {
  return new SyncClient({
    serverUrl: `ws://127.0.0.1:${port}/sync`,
    documentId,
    doc,
    ...(onChange && { onChange }),
    WebSocketPolyfill: OriginSocket as unknown as typeof globalThis.WebSocket,
    askTicket: async (): Promise<TicketReply> => {
      const content = await stage.ticket(documentId, doc.clientID, name, ticket);
      const token = await stage.token(documentId, doc.clientID, name, ticket);
      const answer = { token, mode: content.mayEdit ? 'edit' : 'read', schemaVersion: 1 } as const;
      return { state: 'granted', answer };
    },
  });
}

/** A socket without manners, for attacks and load. */
export class RawSocket {
  readonly socket: WebSocket;
  /** The close code; 0 when the upgrade was answered by a status. */
  closed: number | null = null;
  status: number | null = null;
  readonly refused: number[] = [];
  readonly saved: number[] = [];
  readonly presence: AwarenessEntry[] = [];
  frames = 0;
  step2: Uint8Array | null = null;
  /** Every update that came, in step 2 or by itself, in order. */
  readonly updates: Uint8Array[] = [];

  constructor(url: string, token: string, origin: string | undefined = ORIGIN) {
    const protocols = [SYNC_PROTOCOL, `${TICKET_PREFIX}${token}`];
    this.socket = new WebSocket(url, protocols, { ...(origin && { origin }), perMessageDeflate: false });
    this.socket.on('error', () => {});
    this.socket.on('close', (code) => {
      this.closed ??= code;
    });
    this.socket.on('unexpected-response', (_request, response) => {
      this.status = response.statusCode ?? 0;
      this.closed = 0;
    });
    this.socket.on('message', (data: Buffer) => this.#read(data));
  }

  /** Opens a room by its port and id and waits for the first step 2, or for the end. */
  static async open(port: number, documentId: string, token: string, origin?: string): Promise<RawSocket> {
    const raw = new RawSocket(`ws://127.0.0.1:${port}/sync/${documentId}`, token, origin);
    await until('the socket opens or is refused', () => raw.socket.readyState === 1 || raw.closed !== null);
    raw.send(syncFrame(SYNC_STEP.step1, Uint8Array.of(0)));
    await until('step 2', () => raw.step2 !== null || raw.closed !== null);
    return raw;
  }

  send(frame: Uint8Array): void {
    if (this.socket.readyState === 1) this.socket.send(frame);
  }
  edit(update: Uint8Array, step: 1 | 2 = SYNC_STEP.update): void {
    this.send(syncFrame(step, update));
  }
  count(counter: number): void {
    this.send(counterFrame(counter));
  }
  present(clientId: number, clock: number, state: object | null): void {
    const inner = encoding.createEncoder();
    encoding.writeVarUint(inner, 1);
    encoding.writeVarUint(inner, clientId);
    encoding.writeVarUint(inner, clock);
    encoding.writeVarString(inner, JSON.stringify(state));
    const frame = encoding.createEncoder();
    encoding.writeVarUint(frame, FRAME.awareness);
    encoding.writeVarUint8Array(frame, encoding.toUint8Array(inner));
    this.send(encoding.toUint8Array(frame));
  }
  end(): void {
    this.socket.terminate();
  }

  #read(data: Buffer): void {
    this.frames++;
    const decoder = decoding.createDecoder(data);
    switch (decoding.readVarUint(decoder)) {
      case FRAME.sync:
        this.#readSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder).slice());
        break;
      case FRAME.saved:
        this.saved.push(decoding.readVarUint(decoder));
        break;
      case FRAME.refused:
        decoding.readVarUint(decoder);
        this.refused.push(decoding.readVarUint(decoder));
        break;
      case FRAME.awareness:
        this.presence.push(...readAwareness(decoding.readVarUint8Array(decoder)));
        break;
    }
  }

  #readSync(step: number, body: Uint8Array): void {
    if (step === SYNC_STEP.step1) return;
    this.updates.push(body);
    if (step === SYNC_STEP.step2) this.step2 = body;
  }
}
