import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Sheet, SheetColumnKind, SheetValue } from '#backend/reports/sheet.ts';
import { toXlsx } from '#backend/reports/xlsx.ts';
import { readWorkbook } from '#tests/support/read-workbook.ts';

function sheet(kinds: readonly SheetColumnKind[], rows: SheetValue[][], name = 'Deals'): Sheet {
  const columns = kinds.map((kind, index) => ({ heading: `Column ${index + 1}`, kind }));
  return { name, columns, rows, currency: 'CNY' };
}

async function roundTrip(kinds: readonly SheetColumnKind[], rows: SheetValue[][]) {
  const [read] = await readWorkbook(await toXlsx([sheet(kinds, rows)]));
  return read?.rows.slice(1).map(({ cells }) => cells);
}

test('typed values come back as what they are', async () => {
  const kinds = ['text', 'number', 'money', 'share', 'date'] as const;
  const rows = await roundTrip(kinds, [['信达二期', -5, 1_000_553_400, 2500, '2026-11-24']]);
  expect(rows).toEqual([['信达二期', -5, 10_005_534, '25%', '2026-11-24']]);
});

test('a moment is written as the clock on the wall', async () => {
  const at = new Date(2026, 10, 24, 9, 30).toISOString();
  expect(await roundTrip(['moment'], [[at]])).toEqual([['2026-11-24T09:30:00']]);
});

test('text in a column of dates or money stays text', async () => {
  const rows = await roundTrip(['date', 'money', 'number'], [['2024-02-30', '约 3 万', '007']]);
  expect(rows).toEqual([['2024-02-30', '约 3 万', '007']]);
});

test('days before Excel counts rightly are text', async () => {
  expect(await roundTrip(['date'], [['1900-02-28'], ['1900-03-01']])).toEqual([
    ['1900-02-28'],
    ['1900-03-01'],
  ]);
});

const hostile = [
  '=HYPERLINK("http://x","y")',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1',
  '\tx',
  '__proto__',
  'constructor',
  'toString',
  '<script>alert(1)</script>',
  '&amp;',
  'a\u202Eb',
  '👩‍👩‍👧 family',
  '_x0041_',
  'a\u0000b\u0008c',
  'line\r\nbreak',
  '  blanks  ',
  'broken \ufffd',
];

test('hostile text comes back letter for letter, and none of it is a formula', async () => {
  const bytes = await toXlsx([
    sheet(
      ['text'],
      hostile.map((text) => [text]),
    ),
  ]);
  const [read] = await readWorkbook(bytes);
  expect(read?.rows.slice(1).map(({ cells }) => cells[0])).toEqual(hostile);
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(xml).toContain('t="s"');
  expect(xml).not.toContain('<f>');
});

test('any text survives the way out and in', async () => {
  const text = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 40 })
    .filter((s) => s.isWellFormed());
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
      const rows = await roundTrip(
        ['text'],
        texts.map((value) => [value]),
      );
      expect(rows?.map(([value]) => value)).toEqual(texts);
    }),
    { numRuns: 150 },
  );
});

test('names of sheets are made fit for Excel and never twice the same', async () => {
  const long = 'A very long name of a sheet [2026/11] and more';
  const sheets = [long, long, 'deals', 'Deals', '', "'x'"].map((name) => sheet(['text'], [], name));
  const names = (await readWorkbook(await toXlsx(sheets))).map(({ name }) => name);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(6);
  for (const name of names) expect(name).toMatch(/^[^[\]/\\:*?]{1,31}$/);
});

test('text longer than a cell may hold is cut where Excel would refuse the file', async () => {
  const rows = await roundTrip(['text'], [['长'.repeat(40_000)]]);
  expect(String(rows?.[0]?.[0])).toHaveLength(32_767);
});
