import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Delimiter, detectDelimiter } from '#shared/domain/imports/delimiter.ts';
import { detectHeaderRow } from '#shared/domain/imports/header-row.ts';
import { csvCell, escapeFormula, unescapeFormula } from '#shared/domain/imports/safe-cell.ts';

describe('the delimiter', () => {
  test.each([
    ['a,b,c\n1,2,3\n4,5,6\n', ','],
    ['a;b;c\n1,5;2,5;3\n4;5;6\n', ';'],
    ['a\tb\n1,2\t3\n4,5\t6\n', '\t'],
    ['a|b|c\r\n1|2|3\r\n', '|'],
    ['名称,备注\n"甲,乙","一\n二,三"\n丙,丁\n', ','],
    ['\uFEFFa;b\n1;2\n', ';'],
    ['a,b\r1,2\r3,4\r', ','],
    ['a,b', ','],
    ['size 5",b\n6",c\n7",d\n', ','],
  ] as const)('of %j is %j', (text, delimiter) => {
    expect(detectDelimiter(text)).toEqual({ delimiter, isCertain: true, hasSeparatorLine: false });
  });

  test('is what a separator line says', () => {
    expect(detectDelimiter('sep=;\r\na,b;c\n')).toEqual({
      delimiter: ';',
      isCertain: true,
      hasSeparatorLine: true,
    });
  });

  test('of one column or of nothing is uncertain', () => {
    for (const text of ['', 'a\nb\nc\n', '"unclosed, quote\nx,y\n']) {
      expect(detectDelimiter(text)).toMatchObject({ delimiter: ',', isCertain: false });
    }
  });

  test('is uncertain where the lines disagree', () => {
    expect(detectDelimiter('a,b\n1\n1,2,3\n1,2,3,4\n').isCertain).toBe(false);
  });

  test('of any written table is found again', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '信', '1', ' ', '"', ',', ';', '\n'),
      maxLength: 6,
    });
    const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 4,
        maxLength: 12,
      }),
    );
    const anyDelimiter = fc.constantFrom<Delimiter>('\t', '|');
    fc.assert(
      fc.property(table, anyDelimiter, (rows, delimiter) => {
        const lines = [['head', ...(rows[0]?.slice(1).map((_, i) => `h${i}`) ?? [])], ...rows];
        const quoted = lines.map((row) =>
          row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter),
        );
        expect(detectDelimiter(`${quoted.join('\r\n')}\r\n`)).toMatchObject({
          delimiter,
          isCertain: true,
        });
      }),
    );
  });
});

describe('the header row', () => {
  test('is the first where it holds known headings', () => {
    expect(
      detectHeaderRow([
        ['商机名称', '金额'],
        ['信达二期', '5000'],
      ]),
    ).toEqual({ index: 0, isCertain: true });
  });

  test('lies below titles and notes', () => {
    const rows = [
      ['2026 年商机明细', '', ''],
      ['导出时间:2026-11-24', '', ''],
      [],
      ['商机名称', '阶段', '金额(万元)'],
      ['信达二期', '谈判', '48'],
    ];
    expect(detectHeaderRow(rows)).toEqual({ index: 3, isCertain: true });
  });

  test('may have words we do not know, over figures', () => {
    const rows = [
      ['Kunde', 'Betrag'],
      ['Acme', '5'],
      ['Beta', '7,5'],
    ];
    expect(detectHeaderRow(rows)).toEqual({ index: 0, isCertain: true });
  });

  test('is missing where the data starts right away', () => {
    const rows = [
      ['1C1I7A6R', 'Moses Frase', '2016-10-20', '1054'],
      ['Z063OYW0', 'Darcel Schlecht', '2016-10-25', '4514'],
    ];
    expect(detectHeaderRow(rows)).toEqual({ index: null, isCertain: true });
  });

  test('is a guess in a sheet of words alone', () => {
    const rows = [
      ['甲', '乙'],
      ['丙', '丁'],
    ];
    expect(detectHeaderRow(rows)).toEqual({ index: 0, isCertain: false });
  });

  test('may hold years among known headings', () => {
    const rows = [
      ['客户名称', '行业', '2024', '2025'],
      ['信达', '制造', '5', '6'],
    ];
    expect(detectHeaderRow(rows).index).toBe(0);
  });

  test('of an empty sheet is none', () => {
    expect(detectHeaderRow([])).toEqual({ index: null, isCertain: false });
    expect(detectHeaderRow([[], ['', ' ']]).index).toBeNull();
  });
});

describe('a cell for a spreadsheet', () => {
  test.each([
    '=1+1',
    '=HYPERLINK("http://evil.test","x")',
    "=cmd|'/C calc'!A0",
    '+1',
    '-1+1',
    '-',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\ttext',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    ' =1',
    '\u200B=1',
    '\uFEFF=1',
    "'=1",
    '+86 138 0000 0000',
  ])('%j never starts a formula', (text) => {
    const safe = escapeFormula(text);
    expect(safe).toBe(`'${text}`);
    expect(unescapeFormula(safe)).toBe(text);
  });

  test.each(['-5', '-12.50', '5', '信达', "it's", "'quoted'", '', 'a=b', '2026-11-24'])(
    '%j stays as it is',
    (text) => {
      expect(escapeFormula(text)).toBe(text);
      expect(unescapeFormula(text)).toBe(text);
    },
  );

  const anyText = fc.string({
    unit: fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      "'",
      '"',
      '\t',
      '\r',
      '\n',
      ' ',
      ',',
      '＝',
      '\u200B',
      '5',
      '.',
      'a',
      '信',
    ),
  });

  test('is read back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(unescapeFormula(escapeFormula(text))).toBe(text);
      }),
      { numRuns: 3_000 },
    );
  });

  test('survives a CSV file', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 2, maxLength: 5 }), (row) => {
        const line = `${row.map((text) => csvCell(text)).join(',')}\r\n`;
        const [read = []] = parse(line, { record_delimiter: '\r\n' }) as string[][];
        expect(read.map(unescapeFormula)).toEqual(row);
      }),
      { numRuns: 500 },
    );
  });

  test('is quoted for its own delimiter', () => {
    expect(csvCell('a,"b"')).toBe('"a,""b"""');
    expect(csvCell('a;b', ';')).toBe('"a;b"');
    expect(csvCell('a;b')).toBe('a;b');
  });
});
