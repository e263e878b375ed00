/** A report as a neutral table, for a screen to translate and a file to hold. */

/** What the cells of a column are. `share` is 0 to 1; `page` and `text` are words; `list` is words side by side. */
export type ColumnKind = 'text' | 'page' | 'list' | 'code' | 'count' | 'eighths' | 'share' | 'flag';

/** A cell: words (`text`, `page`, `code`), a number, yes or no, a list; undefined where there is nothing to say. */
export type Cell = string | number | boolean | readonly string[] | undefined;

/** `id` is no word for a reader: the screen has one for it, and for each value of a `code` column. */
export interface Column {
  readonly id: string;
  readonly kind: ColumnKind;
}

/** Rows hold one cell for each column. `totals` has one as well, undefined where a column has no sum. */
export interface ReportTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly totals: readonly Cell[] | undefined;
}

/** The columns of rows of one shape: what each is called, its kind, and where its cells come from. */
export type ColumnsOf<Row> = readonly (readonly [id: string & keyof Row, kind: ColumnKind])[];

/** A table of some fields of rows; `totals` are looked up by the ids of the columns. */
export function reportTable<Row extends object>(
  columns: ColumnsOf<Row>,
  rows: readonly Row[],
  totals?: Readonly<Partial<Record<keyof Row, number>>>,
): ReportTable {
  return {
    columns: columns.map(([id, kind]) => ({ id, kind })),
    rows: rows.map((row) => columns.map(([id]) => readCell(row[id]))),
    totals: totals && columns.map(([id]) => totals[id]),
  };
}

function readCell(value: unknown): Cell {
  if (value === undefined || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(String);
  throw new TypeError(`not a cell: ${String(value)}`);
}
