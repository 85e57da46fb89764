import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CsvReader } from '#backend/features/imports/reading/csv-rows.ts';
import type { RawRow } from '#backend/features/imports/reading/row.ts';

type Options = { delimiter?: string; lineEnd?: '\n' | '\r'; chunk?: number };

function read(
  text: string,
  { delimiter = ',', lineEnd = '\n', chunk = 7 }: Options = {},
): RawRow[] {
  const rows: RawRow[] = [];
  const reader = new CsvReader({ delimiter, lineEnd }, (row) => rows.push(row));
  for (let at = 0; at < text.length; at += chunk) reader.push(text.slice(at, at + chunk));
  reader.end();
  return rows;
}

const cellsOf = (rows: readonly RawRow[]) => rows.map(({ cells }) => cells);

test('quotes hold delimiters, quotes and line breaks', () => {
  const rows = read('a,"b,1","say ""hi"""\r\n"two\r\nlines",x,\r\n');
  expect(rows).toEqual([
    { line: 1, cells: ['a', 'b,1', 'say "hi"'] },
    { line: 2, cells: ['two\r\nlines', 'x', ''] },
  ]);
});

test('the line of a row is where an editor shows its start', () => {
  const rows = read('a\n"b\nb\nb"\nc\n\nd');
  expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
    [1, 'a'],
    [2, 'b\nb\nb'],
    [5, 'c'],
    [6, ''],
    [7, 'd'],
  ]);
});

test('a quote that is never closed costs its own line only', () => {
  expect(read('a,b\n1,"open\n2,x\n3,y\n')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1', '"open'], fault: 'stray_quote' },
    { line: 3, cells: ['2', 'x'] },
    { line: 4, cells: ['3', 'y'] },
  ]);
});

test('a quote closed by the next one in another line is not believed', () => {
  expect(read('1,"abc,2\n3,"def",5\n6,7,8\n')).toEqual([
    { line: 1, cells: ['1', '"abc', '2'], fault: 'stray_quote' },
    { line: 2, cells: ['3', 'def', '5'] },
    { line: 3, cells: ['6', '7', '8'] },
  ]);
});

test('quotes in the middle of a cell are characters', () => {
  expect(cellsOf(read('5" pipe,"Acme" Corp\n'))).toEqual([['5" pipe', 'Acme Corp']]);
});

test('an open quote is given up after a million characters', () => {
  const filler = `${'x,y\n'.repeat(300_000)}`;
  const rows = read(`a,"b\n${filler}"end"\n`, { chunk: 65_536 });
  expect(rows).toHaveLength(300_002);
  expect(rows[0]).toEqual({ line: 1, cells: ['a', '"b'], fault: 'stray_quote' });
  expect(rows.at(-1)).toMatchObject({ line: 300_002, cells: ['end'] });
});

test('lines of old Macs end with a return', () => {
  expect(cellsOf(read('a;b\r1;"2\r3"\r', { delimiter: ';', lineEnd: '\r' }))).toEqual([
    ['a', 'b'],
    ['1', '2\r3'],
  ]);
});

test('zero characters and blank lines are passed on', () => {
  expect(cellsOf(read('a\0b,c\n\n'))).toEqual([['a\0b', 'c'], ['']]);
});

const cell = fc.string({
  unit: fc.constantFrom('a', '信', '"', ',', '\n', ' ', '😀', '\r\n'),
  maxLength: 6,
});
const table = fc.integer({ min: 2, max: 4 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 12,
  }),
);

function write(rows: readonly string[][], lineEnd: string): string {
  const quoted = (text: string) =>
    /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(quoted).join(',') + lineEnd).join('');
}

test('well-formed text reads the same as in an established parser, in chunks of any size', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 40 }),
      (rows, end, chunk) => {
        const text = write(rows, end);
        const expected = parse(text, { relax_column_count: true, record_delimiter: end });
        expect(cellsOf(read(text, { chunk }))).toEqual(expected);
        expect(expected).toEqual(rows);
      },
    ),
    { numRuns: 500 },
  );
});

test('of any text, every line belongs to exactly one row', () => {
  const anything = fc.string({
    unit: fc.constantFrom('a', '"', ',', '\n', '\r', '""'),
    maxLength: 80,
  });
  fc.assert(
    fc.property(anything, fc.integer({ min: 1, max: 20 }), (text, chunk) => {
      const rows = read(text, { chunk });
      const lines = text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
      const inCells = rows.map((row) => row.cells.join('').split('\n').length);
      expect(inCells.reduce((sum, count) => sum + count, 0)).toBe(lines);
      expect(rows.map((row) => row.line)).toEqual(
        rows.map((row) => row.line).toSorted((a, b) => a - b),
      );
      expect(read(text, { chunk: 1000 })).toEqual(rows);
    }),
    { numRuns: 2000 },
  );
});
