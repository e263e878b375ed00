import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOfFountain } from '../../testing/factsOf.ts';
import { characterReport } from '../characterReport.ts';
import { conversationReport } from '../conversationReport.ts';
import { placeReport } from '../placeReport.ts';
import { sceneReport } from '../sceneReport.ts';
import { tagReport } from '../tagReport.ts';
import { timelineReport } from '../timelineReport.ts';
import { timeOfDayReport } from '../timeOfDayReport.ts';
import { type ReportTable, reportTable } from './reportTable.ts';
import * as tables from './reportTables.ts';
import { writeCsv } from './writeCsv.ts';

/** RFC 4180 read the plain way: cells that are quoted or not, each with what ends it. */
function readCsv(text: string, separator: string): string[][] {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\\r]*))(${separator}|\\r\\n)`, 'gy');
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(cell)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const ofText = (...rows: string[][]): ReportTable => ({
  columns: rows[0]!.map((_, i) => ({ id: `c${i}`, kind: 'text' })),
  rows,
  totals: undefined,
});

describe('tables', () => {
  const facts = factsOfFountain('# One\n\nINT. A, B - DAY\n\nANN\nHi.\n\nBOB\nHo "ho".\n\n');

  test('[RP13] each report is a table with ids for columns and a cell for each', () => {
    const made = [
      tables.sceneTable(sceneReport(facts)),
      tables.characterTable(characterReport(facts)),
      tables.conversationTable(conversationReport(facts)),
      tables.placeTable(placeReport(facts)),
      tables.timeOfDayTable(timeOfDayReport(facts)),
      tables.timelineTable(timelineReport(facts, [])),
      tables.tagTable(tagReport(facts, [])),
    ];
    for (const { columns, rows, totals } of made) {
      expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length);
      for (const row of [...rows, totals ?? []]) expect([0, columns.length]).toContain(row.length);
    }
    expect(made.map(({ rows }) => rows.length)).toEqual([1, 2, 1, 1, 1, 1, 0]);
  });

  test('[RP13] what is no cell is a mistake', () => {
    expect(() => reportTable([['x', 'text']], [{ x: {} }])).toThrow(TypeError);
  });

  test('[RP14] a report is written with its totals, lists, eighths and own words for columns', () => {
    const csv = writeCsv(tables.sceneTable(sceneReport(facts)), { separator: ';', names: { number: '场号' } });
    expect(csv.split('\r\n')).toEqual([
      '场号;intExt;location;time;page;eighths;cast;speeches;words;isOmitted',
      '1;INT;A, B;DAY;1;2/8;ANN, BOB;2;9;false',
      ';;;;;2/8;;2;9;',
      '',
    ]);
  });
});

describe('comma-separated values', () => {
  test.each([',', ';', '\t'] as const)('[RP14] cells read back, parted by %j', (separator) => {
    const cell = fc.oneof(fc.string(), fc.stringMatching(/^[a",;\t\r\n ]*$/), fc.constantFrom('场', '😀,"', 'a\r\nb'));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read = readCsv(writeCsv(ofText(...rows), { separator }), separator);
        const plain = read.slice(1).map((row, r) => row.map((c, i) => (c === `'${rows[r]![i]}` ? c.slice(1) : c)));
        expect(plain).toEqual(rows);
      }),
    );
  });

  test('[RP15] what begins like a formula gets an apostrophe, whatever is quoted, in heads too', () => {
    const cells = ['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\n=x', '＝1', 'a=1', '"=1', "'=1", ' =1'];
    const [, row] = readCsv(writeCsv(ofText(cells)), ',');
    expect(row).toEqual([...cells.slice(0, 8).map((c) => `'${c}`), ...cells.slice(8)]);
    expect(writeCsv(ofText(['x']), { names: { c0: '=A1' } })).toBe("'=A1\r\nx\r\n");
    expect(writeCsv(ofText(['x']), { names: JSON.parse('{"__proto__":{"c0":"no"}}') })).toBe('c0\r\nx\r\n');
  });
});
