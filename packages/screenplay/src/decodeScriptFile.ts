/** Bytes of a script file to text. What cannot be text gives a code; nothing is guessed at by dropping characters. */

/** The most that a script file may weigh: 20 MB. */
export const maxFileBytes = 20 * 1024 * 1024;

export type ScriptEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Codes of the wire's catalogue. `file.format`: text, or a document, of a kind that is not read as a plain script. */
export type DecodeCode = 'file.empty' | 'file.tooBig' | 'file.binary' | 'file.encoding' | 'file.format';

/**
 * The text of a file with what it was written in, or why there is none. A byte order mark of UTF-8 stays in the text, so
 * that the script goes out as it came in; those of UTF-16 do not, because the text is kept as UTF-8 from then on.
 */
export type DecodedFile =
  | { readonly ok: true; readonly text: string; readonly encoding: ScriptEncoding }
  | { readonly ok: false; readonly code: DecodeCode };

/** First bytes of files that are no text, whatever they are called: images, PDF, zip and its kin, archives, fonts. */
const signatures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x25, 0x50, 0x44, 0x46, 0x2d], // PDF
  [0x50, 0x4b, 0x03, 0x04], // zip: DOCX, .fadein, .celtx, .highland
  [0x50, 0x4b, 0x05, 0x06], // empty zip
  [0x1f, 0x8b], // gzip
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0xd0, 0xcf, 0x11, 0xe0], // old Word
  [0x77, 0x4f, 0x46], // WOFF
];

/** Endings of formats that are text inside but no Fountain; they have readers of their own or none yet. */
const otherFormats = /\.(?:fdx|fdxt|fdr|osf|xml|rtf|html?|json|celtx|highland|fadein|docx?|pdf|odt|pages|xlsx?|csv)$/i;

/**
 * Text of the file `bytes` called `fileName`. Understood: UTF-8 with and without byte order mark, UTF-16 of either order
 * with one, GB 18030 (and so GBK). In order: empty (no bytes, or spaces alone), over `maxFileBytes`, binary by its first
 * bytes or by NULs, a format of another kind by its name or an XML or RTF beginning, and text in no known encoding.
 */
export function decodeScriptFile(bytes: Uint8Array, fileName: string): DecodedFile {
  if (bytes.length === 0) return refuse('file.empty');
  if (bytes.length > maxFileBytes) return refuse('file.tooBig');
  if (hasSignature(bytes)) return refuse('file.binary');
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  if (/^[\s\ufeff]*$/.test(decoded.text)) return refuse('file.empty');
  if (isBinaryText(decoded.text)) return refuse('file.binary');
  return isOtherFormat(decoded.text, fileName) ? refuse('file.format') : decoded;
}

function refuse(code: DecodeCode): DecodedFile {
  return { ok: false, code };
}

function hasSignature(bytes: Uint8Array): boolean {
  return signatures.some((signature) => signature.every((byte, i) => bytes[i] === byte));
}

function isOtherFormat(text: string, fileName: string): boolean {
  return otherFormats.test(fileName.trim()) || /^\ufeff?\s*(?:<\?xml|<!DOCTYPE|<html|\{\\rtf)/i.test(text);
}

function decode(bytes: Uint8Array): DecodedFile {
  const marked = decodeMarked(bytes);
  if (marked) return marked;
  if (bytes.includes(0)) return refuse('file.binary');
  return decodeAs('utf-8', bytes) ?? decodeChinese(bytes) ?? refuse('file.encoding');
}

/** By the byte order mark: UTF-16 has no other sure sign. */
function decodeMarked(bytes: Uint8Array): DecodedFile | undefined {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-16be';
  if (encoding === 'utf-16be' && !(bytes[0] === 0xfe && bytes[1] === 0xff)) return undefined;
  return decodeAs(encoding, bytes.subarray(2)) ?? refuse('file.encoding');
}

function decodeAs(encoding: ScriptEncoding, bytes: Uint8Array): DecodedFile | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return { ok: true, text, encoding };
  } catch {
    return undefined;
  }
}

function decodeChinese(bytes: Uint8Array): DecodedFile | undefined {
  return looksChinese(bytes) ? decodeAs('gb18030', bytes) : undefined;
}

/**
 * GB 18030 gives text for most bytes of other encodings too, so half of the pairs must be among its common characters:
 * punctuation (first byte A1 to A3) or the 3,755 of GB 2312's first level (B0 to D7), second byte from A1 on. Latin-1,
 * Windows-1251, Big5 and Shift-JIS stay far below; Korean EUC-KR does not, and is taken for Chinese.
 */
function looksChinese(bytes: Uint8Array): boolean {
  let common = 0;
  let pairs = 0;
  for (let i = 0; i < bytes.length; i++) {
    const first = bytes[i]!;
    if (first < 0x80) continue;
    const second = bytes[++i] ?? 0;
    const isCommon = (first >= 0xa1 && first <= 0xa3) || (first >= 0xb0 && first <= 0xd7);
    if (isCommon && second >= 0xa1) common++;
    pairs++;
  }
  return common * 2 >= pairs;
}

/** Control characters that no script holds, in more than one of 1,000 characters. */
function isBinaryText(text: string): boolean {
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0) return true;
    if (c < 9 || (c > 13 && c < 32 && c !== 26 && c !== 27)) controls++;
  }
  return controls * 1000 > text.length;
}
