/** A server frame with its WebSocket header, built once and written to any number of sockets: servers do not mask. */

export type WebSocketFrame = Buffer;

/** Puts the header of one binary message before the payload. Source: RFC 6455, section 5.2. */
export function webSocketFrame(payload: Uint8Array): WebSocketFrame {
  const size = payload.byteLength;
  const headBytes = size < 126 ? 2 : size < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headBytes + size);
  frame[0] = 0x82;
  if (headBytes === 2) frame[1] = size;
  else if (headBytes === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(size, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(size), 2);
  }
  frame.set(payload, headBytes);
  return frame;
}
