/** Plain text to lines for recognising. */
import type { ScriptLine } from './recognition.ts';

/**
 * Every line of a text, empty ones too, so that an index is a line number. CRLF, CR, LF and the Unicode separators end
 * lines; a form feed ends one and stays at the start of the next, where it says that a page began. A byte order mark goes.
 */
export function readLines(text: string): ScriptLine[] {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (body === '') return [];
  const lines = body.split(/\r\n|[\n\r\v\u0085\u2028\u2029]|(?<=[^\n\r])(?=\f)/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => ({ text: line }));
}
