/** What one Fountain line looks like on its own: the shape tests of rules 2 to 6, 10 and 11. No context, no state. */

const headingStart = /^(?:INT|EXT|EST|INT\.?\/EXT|I\.?\/E|E\/I)[. ]/i;

/** Rule 2: begins like a scene heading (`INT.`, `EXT `, `INT./EXT.`, `I/E ` …); `INTERIOR` and `ESTELLA` do not. */
export function isHeadingLine(line: string): boolean {
  const c = line.charCodeAt(0) | 32;
  return (c === 105 || c === 101) && headingStart.test(line);
}

/** Rule 10: upper case and ends in `TO:`. */
export function isTransitionLine(line: string): boolean {
  return line.endsWith('TO:') && isUpperCase(line);
}

/** Rule 11: `> … <`. */
export function isCenteredLine(line: string): boolean {
  return line.startsWith('>') && line.length > 1 && line.endsWith('<') && !line.endsWith('\\<');
}

/** Rule 13: three or more `=` and nothing else. */
export function isPageBreakLine(line: string): boolean {
  return line.startsWith('===') && /^=+$/.test(line);
}

/** Rule 7: the whole line is bracketed, in ASCII or full-width brackets. */
export function isParentheticalLine(line: string): boolean {
  return /^[(（]/.test(line) && /[)）]$/.test(line);
}

/**
 * Rule 5: a name in upper case with at least one cased letter; bracketed extensions may be lower case; one `^` at the
 * end. Scripts without case (Chinese, Arabic, Malayalam) never pass and need `@`.
 */
export function isCueLine(line: string): boolean {
  const first = line.charCodeAt(0);
  if (first >= 97 && first <= 122) return false;
  let name = line.endsWith('^') ? line.slice(0, -1).trimEnd() : line;
  if (name.includes('^')) return false;
  const bracket = name.search(/[(（]/);
  if (bracket === 0) return false;
  if (bracket > 0) name = name.replace(/[(（][^)）]*[)）]/g, '');
  return isUpperCase(name);
}

/** Whether the text has a cased letter and no lower-case one. */
export function isUpperCase(text: string): boolean {
  let letters = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 97 && c <= 122) return false;
    if (c >= 65 && c <= 90) letters = true;
    else if (c > 127) return text === text.toUpperCase() && (letters || text !== text.toLowerCase());
  }
  return letters;
}

/** Forced marks and their full-width twins (Beat accepts these; Chinese input methods produce them). */
const forced: Record<string, string> = { '．': '.', '！': '!', '＠': '@', '＃': '#', '～': '~', '（': '(' };

/** The ASCII mark that a line begins with, or its full-width twin's; the first character itself otherwise. */
export function leadOf(line: string): string {
  const c = line.charAt(0);
  return forced[c] ?? c;
}

/** Rule 2: `.` and then neither a dot nor a space, so `...and` and `. no` stay action. */
export function isForcedHeading(line: string): boolean {
  return leadOf(line) === '.' && /^.[^.\s．]/.test(line);
}
