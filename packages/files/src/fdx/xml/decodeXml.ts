/** Bytes of an XML file to text and back, by byte order mark and declaration. Rules: SPEC.md FX. */
import { maxFileBytes } from '@tramline/screenplay';

export type XmlEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The text with its byte order mark, if there is one, or why there is none. */
export type DecodedXml =
  | { readonly ok: true; readonly text: string; readonly encoding: XmlEncoding }
  | { readonly ok: false; readonly code: 'tooLarge' | 'badEncoding' | 'notXml' };

/**
 * The text of an XML file: UTF-8 with or without byte order mark, UTF-16 with one. Errors: `tooLarge` over `maxFileBytes`;
 * `badEncoding` for bytes in another encoding, or a declaration that names one; `notXml` for bytes with NULs.
 */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  if (bytes.length > maxFileBytes) return { ok: false, code: 'tooLarge' };
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8' && bytes.includes(0)) return refuseNuls(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    const isForeign = encoding === 'utf-8' && !isUtf8Name(declaredEncoding(text)) && bytes.some((byte) => byte > 0x7f);
    return isForeign ? { ok: false, code: 'badEncoding' } : { ok: true, text, encoding };
  } catch {
    return { ok: false, code: 'badEncoding' };
  }
}

/** The bytes of a text that `decodeXml` gave, or of one made from it, in the encoding that it came in. */
export function encodeXml(text: string, encoding: XmlEncoding): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), encoding === 'utf-16le');
  return bytes;
}

function encodingOf(bytes: Uint8Array): XmlEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** UTF-16 without a byte order mark has a NUL beside its first `<`; other bytes with NULs are no text at all. */
function refuseNuls(bytes: Uint8Array): DecodedXml {
  const isUtf16 = bytes[0]! + bytes[1]! === 0x3c && (bytes[0] === 0 || bytes[1] === 0);
  return { ok: false, code: isUtf16 ? 'badEncoding' : 'notXml' };
}

const declaredEncoding = (text: string) =>
  /^\ufeff?<\?xml[^>]{1,200}?\sencoding\s*=\s*["']([^"']+)/.exec(text.slice(0, 300))?.[1];

const isUtf8Name = (name = 'utf-8') => /^(?:utf-?8|us-ascii|ascii)$/i.test(name);
