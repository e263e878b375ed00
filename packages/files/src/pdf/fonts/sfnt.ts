/** Font files as tables: out, and in from WOFF. Sources: OpenType specification 1.9.1; WOFF 1.0, sections 3 to 5. */
import { inflateSync } from 'node:zlib';

/** Numbers of 16 bits, the greater byte first. */
export function words(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * values.length));
  for (const [i, value] of values.entries()) view.setUint16(2 * i, value & 0xffff);
  return new Uint8Array(view.buffer);
}

/** The directory, its tables in alphabetical order, and the tables at offsets divisible by 4; no checksums. */
export function writeTables(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(tables).sort();
  const padded = (length: number) => (length + 3) & ~3;
  const start = 12 + 16 * names.length;
  const file = new Uint8Array(names.reduce((sum, name) => sum + padded(tables[name]!.length), start));
  const view = new DataView(file.buffer);
  const power = Math.floor(Math.log2(names.length));
  file.set(words([1, 0, names.length, 16 << power, power, 16 * (names.length - (1 << power))]));
  let at = start;
  for (const [i, name] of names.entries()) {
    const bytes = tables[name]!;
    const entry = 12 + 16 * i;
    for (const [k, c] of [...name].entries()) view.setUint8(entry + k, c.charCodeAt(0));
    file.set(bytes, at);
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, bytes.length);
    at += padded(bytes.length);
  }
  return file;
}

/** The file with the checksums of its tables and its own, which few readers look at. */
export function signTables(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer);
  let headAt = 0;
  for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16) {
    const [at, length] = [view.getUint32(entry + 8), view.getUint32(entry + 12)];
    view.setUint32(entry + 4, checksum(view, at, (length + 3) & ~3));
    if (view.getUint32(entry) === headTag) headAt = at;
  }
  view.setUint32(headAt + 8, (0xb1b0afba - checksum(view, 0, file.length)) >>> 0);
  return file;
}

const headTag = 0x68656164;

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

const [woffHeader, woffEntry] = [44, 20];

/** The font in a WOFF file. Throws RangeError for what is none. */
export function readWoff(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < woffHeader || view.getUint32(0) !== 0x774f4646) throw new RangeError('not a WOFF file');
  const tables: Record<string, Uint8Array> = {};
  for (let i = 0; i < view.getUint16(12); i++) {
    const entry = woffHeader + i * woffEntry;
    const [at, packed, length] = [4, 8, 12].map((offset) => view.getUint32(entry + offset)) as [number, number, number];
    const name = String.fromCharCode(...file.subarray(entry, entry + 4));
    const bytes = file.subarray(at, at + packed);
    tables[name] = packed < length ? inflateSync(bytes) : bytes;
  }
  return writeTables(tables);
}
