/** Parts of a zip file, under limits that hold whatever its directory claims. Rules: SPEC.md DX. */
import { maxFileBytes } from '@tramline/screenplay';
import { Inflate } from 'fflate';

/** Most bytes of all parts together, of one part that is read, and most parts. */
export const zipLimits = { unpackedBytes: 200 * 1024 * 1024, partBytes: 24 * 1024 * 1024, parts: 4096 } as const;

/** `file.tooBigInside`: it unpacks to more than `zipLimits`; `file.broken`: damaged, or encrypted parts. */
export type ZipCode = 'file.empty' | 'file.tooBig' | 'file.tooBigInside' | 'file.format' | 'file.broken';

export type ReadZip =
  | { readonly ok: true; readonly parts: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly code: ZipCode };

interface Entry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

class Refusal extends Error {
  readonly code: ZipCode;
  constructor(code: ZipCode) {
    super(code);
    this.code = code;
  }
}

/**
 * The parts whose names are `wanted`, unpacked. Sizes are counted while unpacking, so a directory that lies is refused as
 * soon as it does. Errors: `file.format` for bytes that are no zip.
 */
export function readZip(bytes: Uint8Array, wanted: (name: string) => boolean): ReadZip {
  if (bytes.length === 0) return { ok: false, code: 'file.empty' };
  if (bytes.length > maxFileBytes) return { ok: false, code: 'file.tooBig' };
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { ok: false, code: 'file.format' };
  try {
    const entries = readDirectory(bytes);
    if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > zipLimits.unpackedBytes)
      throw new Refusal('file.tooBigInside');
    const parts = new Map<string, Uint8Array>();
    let left: number = zipLimits.unpackedBytes;
    for (const entry of entries) {
      if (!wanted(entry.name) || parts.has(entry.name)) continue;
      const part = unpack(bytes, entry, Math.min(left, zipLimits.partBytes));
      left -= part.length;
      parts.set(entry.name, part);
    }
    return { ok: true, parts };
  } catch (error) {
    return { ok: false, code: error instanceof Refusal ? error.code : 'file.broken' };
  }
}

/** The central directory. A file with several is read by the last. Reading past the end throws RangeError. */
function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 65_600 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw new Refusal('file.broken');
  const count = view.getUint16(end + 10, true);
  if (count > zipLimits.parts) throw new Refusal('file.tooBigInside');
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: count }, () => {
    const [entry, next] = readEntry(bytes, view, at);
    at = next;
    return entry;
  });
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): [Entry, number] {
  if (view.getUint32(at, true) !== 0x02014b50) throw new Refusal('file.broken');
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const entry: Entry = {
    name: new TextDecoder()
      .decode(bytes.subarray(at + 46, nameEnd))
      .replaceAll('\\', '/')
      .replace(/^\/+/, ''),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    unpacked: view.getUint32(at + 24, true),
    at: view.getUint32(at + 42, true),
  };
  return [entry, next];
}

function unpack(bytes: Uint8Array, entry: Entry, maxBytes: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.isEncrypted || view.getUint32(entry.at, true) !== 0x04034b50) throw new Refusal('file.broken');
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.subarray(from, from + entry.packed);
  if (packed.length < entry.packed) throw new Refusal('file.broken');
  if (entry.unpacked > maxBytes) throw new Refusal('file.tooBigInside');
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new Refusal('file.broken');
  return inflate(packed, entry.unpacked);
}

/** Unpacks piece by piece, so that a stream that goes on past its claimed size costs no more than one piece. */
function inflate(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let at = 0;
  let isDone = false;
  const stream = new Inflate((piece, isLast) => {
    if (at + piece.length > size) throw new Refusal('file.tooBigInside');
    out.set(piece, at);
    at += piece.length;
    isDone ||= isLast;
  });
  const step = 16 * 1024;
  for (let from = 0; from < packed.length; from += step)
    stream.push(packed.subarray(from, from + step), from + step >= packed.length);
  if (!isDone || at !== size) throw new Refusal('file.broken');
  return out;
}
