/** The frames of `/sync`: y-websocket's, and 102 and 103 beside them, which older clients ignore. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

export const FRAME = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, saved: 102, refused: 103 } as const;
export const SYNC_STEP = { step1: 0, step2: 1, update: 2 } as const;

/** Why an edit was refused. `busy` and `gap` heal by themselves (the server asks again with step 1); from 10 on they are final. */
export const REFUSAL = {
  resumed: 0,
  busy: 1,
  gap: 2,
  malformed: 10,
  shape: 11,
  foreignClient: 12,
  tooBig: 13,
  readOnlyRole: 14,
  docFull: 15,
  schemaVersion: 16,
} as const;
export type Refusal = (typeof REFUSAL)[keyof typeof REFUSAL];

/** Whether a refusal stands: the client keeps its copy and stops sending. */
export function isFinalRefusal(code: number): boolean {
  return code >= 10;
}

/** Close codes: 44xx stops the client for good, the others let it come back. */
export const CLOSE_CODE = {
  restart: 1012,
  tryLater: 1013,
  replaced: 4001,
  sessionEnded: 4401,
  forbidden: 4403,
  gone: 4404,
  refused: 4422,
} as const;

/** The WebSocket subprotocol; the ticket travels as a second one, `ticket.<jwt>`. */
export const SYNC_PROTOCOL = 'tramline.sync.v1';
/** What stands before the token in the second subprotocol. */
export const TICKET_PREFIX = 'ticket.';

/** What a client may send. `ignored` is a frame of a type that the server has no use for. */
export type IncomingFrame =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'edit'; readonly step2: boolean; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'counter'; readonly value: number }
  | { readonly kind: 'ignored' };

/** Reads one frame of a client. The arrays are views into `bytes`. Throws on truncated input or an unknown sync step. */
export function readFrame(bytes: Uint8Array): IncomingFrame {
  const decoder = decoding.createDecoder(bytes);
  switch (decoding.readVarUint(decoder)) {
    case FRAME.sync: {
      const step = decoding.readVarUint(decoder);
      const body = decoding.readVarUint8Array(decoder);
      if (step === SYNC_STEP.step1) return { kind: 'step1', stateVector: body };
      if (step === SYNC_STEP.step2) return { kind: 'edit', step2: true, update: body };
      if (step === SYNC_STEP.update) return { kind: 'edit', step2: false, update: body };
      throw new RangeError(`unknown sync step ${step}`);
    }
    case FRAME.awareness:
      return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) };
    case FRAME.saved:
      return { kind: 'counter', value: decoding.readVarUint(decoder) };
    default:
      return { kind: 'ignored' };
  }
}

function written(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

/** A sync frame: step 1 carries a state vector, step 2 and update carry an update. */
export function syncFrame(step: 0 | 1 | 2, body: Uint8Array): Uint8Array {
  return written((encoder) => {
    encoding.writeVarUint(encoder, FRAME.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
  });
}

/** Client → server: asks to be told when everything sent before this frame is on disk. */
export function counterFrame(counter: number): Uint8Array {
  return written((encoder) => {
    encoding.writeVarUint(encoder, FRAME.saved);
    encoding.writeVarUint(encoder, counter);
  });
}

/** Server → client: everything the socket sent before `counter` is on disk; `seq` is the newest committed row of the room. */
export function savedFrame(counter: number, seq: number): Uint8Array {
  return written((encoder) => {
    encoding.writeVarUint(encoder, FRAME.saved);
    encoding.writeVarUint(encoder, counter);
    encoding.writeVarUint(encoder, seq);
  });
}

/** Server → client: something at or before `counter` was not accepted; counter 0 is a notice that answers nothing. */
export function refusedFrame(counter: number, code: Refusal): Uint8Array {
  return written((encoder) => {
    encoding.writeVarUint(encoder, FRAME.refused);
    encoding.writeVarUint(encoder, counter);
    encoding.writeVarUint(encoder, code);
  });
}

/** One presence entry of a room; a `null` state means that the client has left. */
export interface AwarenessEntry {
  readonly clientId: number;
  readonly clock: number;
  readonly state: Readonly<Record<string, unknown>> | null;
}

/** Presence as y-protocols' awareness reads it. */
export function awarenessFrame(entries: readonly AwarenessEntry[]): Uint8Array {
  const inner = written((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const entry of entries) {
      encoding.writeVarUint(encoder, entry.clientId);
      encoding.writeVarUint(encoder, entry.clock);
      encoding.writeVarString(encoder, JSON.stringify(entry.state));
    }
  });
  return written((encoder) => {
    encoding.writeVarUint(encoder, FRAME.awareness);
    encoding.writeVarUint8Array(encoder, inner);
  });
}

/** The entries of an awareness frame's body. Throws on broken input and on a state that is neither an object nor `null`. */
export function readAwareness(update: Uint8Array): AwarenessEntry[] {
  const decoder = decoding.createDecoder(update);
  const entries: AwarenessEntry[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const state: unknown = JSON.parse(decoding.readVarString(decoder));
    if (typeof state !== 'object' || Array.isArray(state)) throw new TypeError('a presence state is an object');
    entries.push({ clientId, clock, state: state as AwarenessEntry['state'] });
  }
  return entries;
}
