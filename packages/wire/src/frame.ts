/** The frames of `/sync`: y-websocket's, and 102 and 103 beside them, which older clients ignore. */

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
