/** Plain text files in: decoded, read line by line, recognised. Rules: SPEC.md TX. */
import {
  type DecodeCode,
  decodeScriptFile,
  type RecogniseOptions,
  type Recognition,
  readLines,
  recogniseElements,
  type ScriptEncoding,
  type ScriptLine,
} from '@tramline/screenplay';

/** `lines` are those that the ranges in `recognition` count, for a preview beside the source. */
export type ReadText =
  | {
      readonly ok: true;
      readonly recognition: Recognition;
      readonly lines: readonly ScriptLine[];
      readonly encoding: ScriptEncoding | 'big5';
    }
  | { readonly ok: false; readonly code: DecodeCode };

/** What is read as one script: three times the longest series that was measured. */
const maxCharacters = 5_000_000;
const maxLines = 80_000;

/**
 * Reads a text file called `fileName`: UTF-8, UTF-16 with a byte order mark, GB 18030, and Big5 where nothing else fits.
 * Errors are those of `decodeScriptFile`; `file.tooBig` also for more than five
 * million characters or 80,000 lines. Recognising itself never fails.
 */
export function readText(
  bytes: Uint8Array,
  fileName: string,
  options: Pick<RecogniseOptions, 'newId' | 'language'>,
): ReadText {
  const decoded = decodeScriptFile(bytes, fileName);
  const big5 = !decoded.ok && decoded.code === 'file.encoding' ? decodeBig5(bytes) : undefined;
  if (!decoded.ok && big5 === undefined) return decoded;
  const text = decoded.ok ? decoded.text : big5!;
  if (text.length > maxCharacters) return { ok: false, code: 'file.tooBig' };
  const lines = readLines(text);
  if (lines.length > maxLines) return { ok: false, code: 'file.tooBig' };
  const recognition = recogniseElements(lines, options);
  return { ok: true, recognition, lines, encoding: decoded.ok ? decoded.encoding : 'big5' };
}

/**
 * Traditional Chinese of Taiwan and Hong Kong. Big5 gives text for many bytes, so most pairs must be among its marks and
 * 5,401 common characters (first byte A1 to C6).
 */
function decodeBig5(bytes: Uint8Array): string | undefined {
  let pairs = 0;
  let common = 0;
  for (let i = 0; i < bytes.length; i++) {
    const first = bytes[i]!;
    if (first < 0x80) continue;
    const second = bytes[++i] ?? 0;
    pairs++;
    const isSecond = (second >= 0x40 && second <= 0x7e) || (second >= 0xa1 && second <= 0xfe);
    if (first >= 0xa1 && first <= 0xc6 && isSecond) common++;
  }
  if (common * 10 < pairs * 9) return undefined;
  try {
    return new TextDecoder('big5', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
