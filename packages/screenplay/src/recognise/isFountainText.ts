/** Whether plain text is Fountain: told by its marks, or by headings over lines that stand at the left edge. */
import { readFountain } from '../fountain/readFountain.ts';
import { hasFountainBlanks, looksLikeFountain } from './fountainLines.ts';
import { readLines } from './readLines.ts';

/** So many spaces before a line are a column of a page, not an indent of Fountain. */
const column = /^(?: {5,}|\t)/;
/** The part of the lines that may stand in columns by chance. */
const mostInColumns = 0.1;

/** Whether a text is to be read as Fountain and not line by line. */
export function isFountainText(text: string): boolean {
  const lines = readLines(text);
  if (looksLikeFountain(lines) && hasFountainBlanks(lines)) return true;
  const written = lines.filter((line) => line.text.trim() !== '');
  if (written.filter((line) => column.test(line.text)).length > mostInColumns * written.length) return false;
  return readFountain(text).elements.some(({ type }) => type === 'heading');
}
