import writeWorkbook, { type CellObject } from 'write-excel-file/node';
import { minorDigits } from '#shared/domain/money/currency.ts';
import { fitLength } from '#shared/domain/text/graphemes.ts';
import { type Sheet, type SheetColumn, type SheetColumnKind, typedCell } from './sheet.ts';

/** Of Excel itself. */
const maxTextLength = 32_767;
const maxRows = 1_048_576;
const maxNameLength = 31;

const widths: Readonly<Record<SheetColumnKind, number>> = {
  text: 24,
  number: 12,
  money: 16,
  share: 10,
  date: 12,
  moment: 18,
};

/**
 * Writes a workbook with typed cells. Text is always a cell of type text, so nothing in it can
 * become a formula. A sheet longer than Excel's own limit goes on in a second one.
 */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const pages = sheets.flatMap(pagesOf);
  const names = uniqueNames(pages.map((page) => page.name));
  const workbook = writeWorkbook(
    pages.map(({ columns, data }, index) => ({
      data,
      sheet: names[index] ?? '',
      stickyRowsCount: 1,
      columns: columns.map(({ kind, width }) => ({ width: width ?? widths[kind] })),
    })),
  );
  return workbook.toBuffer();
}

type Page = { name: string; columns: readonly SheetColumn[]; data: CellObject[][] };

function pagesOf(sheet: Sheet): Page[] {
  const head = sheet.columns.map(({ heading }) => ({ ...textCell(heading), fontWeight: 'bold' }));
  const formats = sheet.columns.map(({ kind }) => formatOf(kind, sheet));
  const pages: Page[] = [];
  for (const row of sheet.rows) {
    if (pages.length === 0 || pages.at(-1)?.data.length === maxRows) pages.push(emptyPage());
    const cells = sheet.columns.map(({ kind }, index) => cell(row[index], kind, formats[index]));
    pages.at(-1)?.data.push(cells);
  }
  return pages.length === 0 ? [emptyPage()] : pages;

  function emptyPage(): Page {
    return { name: sheet.name, columns: sheet.columns, data: [head as CellObject[]] };
  }
}

function cell(
  value: string | number | null | undefined,
  kind: SheetColumnKind,
  format: Format = {},
): CellObject {
  const typed = typedCell(value, kind);
  switch (typed.type) {
    case 'empty':
      return {};
    case 'text':
      return textCell(typed.text);
    case 'number':
      return { type: Number, value: format.scale?.(typed.value) ?? typed.value, ...format.style };
    case 'date':
      return isExcelDate(typed.value)
        ? { type: Date, value: typed.value, ...format.style }
        : textCell(String(value));
  }
}

type Format = { style?: { format: string }; scale?: (value: number) => number };

function formatOf(kind: SheetColumnKind, { currency }: Sheet): Format {
  switch (kind) {
    case 'text':
    case 'number':
      return {};
    case 'share':
      return { style: { format: '0.0%' }, scale: (bp) => bp / 10_000 };
    case 'date':
      return { style: { format: 'yyyy-mm-dd' } };
    case 'moment':
      return { style: { format: 'yyyy-mm-dd hh:mm' } };
    case 'money': {
      const digits = minorDigits(currency);
      const format = digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`;
      return { style: { format }, scale: (minor) => minor / 10 ** digits };
    }
  }
}

/** Excel counts a 29 February 1900 that never was, so earlier days have no true serial. */
function isExcelDate(date: Date): boolean {
  return date.getTime() >= Date.UTC(1900, 2, 1) && date.getUTCFullYear() <= 9999;
}

function textCell(text: string): CellObject {
  return { type: String, value: xlsxText(text) };
}

// What XML cannot hold, and what the writing library would drop without a word: control
// characters, U+FFFD and the non-characters at the end of each plane.
const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be escaped
  /[\0-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffd-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]/g;

/**
 * Text as a spreadsheet keeps it: characters that XML cannot hold become `_xHHHH_`, the escape of
 * the format itself, and text that looks like such an escape is escaped in turn.
 */
function xlsxText(text: string): string {
  const escaped = fitLength(text, maxTextLength)
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(unwritable, escapeUnits);
  // The library keeps texts as keys of a plain object, where these already mean something.
  return escaped in Object.prototype ? escapeUnits(escaped.charAt(0)) + escaped.slice(1) : escaped;
}

function escapeUnits(text: string): string {
  return text
    .split('')
    .map((unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .join('');
}

/** Names as Excel takes them: no `[]/\:*?`, at most 31 characters, none twice. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name.replace(/[[\]/\\:*?]|^'|'$/g, ' ').trim() || 'Sheet';
    let unique = fitLength(plain, maxNameLength);
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) {
      const suffix = ` (${number})`;
      unique = fitLength(plain, maxNameLength - suffix.length) + suffix;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}
