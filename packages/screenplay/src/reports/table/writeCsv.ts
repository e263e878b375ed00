/** A table as comma-separated values. Source: RFC 4180; OWASP's page on formula injection. */
import { formatEighths } from '../../scenes.ts';
import type { Cell, Column, ReportTable } from './reportTable.ts';

/** `names` are the words for column ids; a column without one is headed by its id. */
export interface CsvOptions {
  readonly separator?: ',' | ';' | '\t';
  readonly names?: Readonly<Record<string, string>>;
}

/**
 * The table as text, to be encoded as UTF-8: a head line, a line for each row and one for the totals, each ended by CRLF.
 * Words that a spreadsheet would take for a formula get an apostrophe in front; eighths are written as `2 7/8`, shares
 * as numbers from 0 to 1, lists with `, ` between.
 */
export function writeCsv({ columns, rows, totals }: ReportTable, { separator = ',', names }: CsvOptions = {}): string {
  const lines = [columns.map(({ id }) => (names !== undefined && Object.hasOwn(names, id) ? names[id]! : id))].concat(
    rows.map((row) => writeCells(columns, row)),
    totals === undefined ? [] : [writeCells(columns, totals)],
  );
  return lines.map((line) => `${line.map((cell) => quote(defuse(cell), separator)).join(separator)}\r\n`).join('');
}

function writeCells(columns: readonly Column[], cells: readonly Cell[]): string[] {
  return columns.map(({ kind }, i) => {
    const cell = cells[i];
    if (cell === undefined) return '';
    if (kind === 'eighths' && typeof cell === 'number') return formatEighths(cell);
    return typeof cell === 'object' ? cell.join(', ') : String(cell);
  });
}

/** Full-width signs begin a formula too, in Chinese and Japanese editions. */
function defuse(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

function quote(text: string, separator: string): string {
  const isPlain = !text.includes(separator) && !/["\r\n]|^\s|\s$/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
