import { FileProblem } from './file-problem.ts';
import { maxColumns, type RawCell, type RawRow } from './row.ts';
import { styledNumber, unescapeText } from './xlsx-values.ts';
import type { Workbook } from './xlsx-workbook.ts';
import { readXml, type XmlTag } from './xml.ts';

const maxRows = 1_048_576;

export type CellRange = { top: number; left: number; bottom: number; right: number };

/** Told of each row as it comes, and at the end of the ranges that are merged. */
export type SheetReader = { row(row: RawRow): void; merged(range: CellRange): void };

type CellState = { column: number; type: string; style: number; value: string; inline: string };

/**
 * Reads one sheet row by row. Where a cell is comes from its own reference, never from what the
 * sheet says about its size; cells past column 500 are dropped and their row is marked.
 */
export async function readSheet(
  workbook: Workbook,
  part: string,
  reader: SheetReader,
): Promise<void> {
  const state = new SheetState(workbook, reader);
  await readXml(workbook.open(part), {
    open: (tag) => state.open(tag),
    text: (text) => state.text(text),
    close: (name) => state.close(name),
  });
}

class SheetState {
  readonly #workbook: Workbook;
  readonly #reader: SheetReader;
  #row: RawRow = { line: 0, cells: [] };
  #cell: CellState | undefined;
  #reading: 'value' | 'inline' | 'nothing' = 'nothing';
  #isPhonetic = false;

  constructor(workbook: Workbook, reader: SheetReader) {
    this.#workbook = workbook;
    this.#reader = reader;
  }

  open(tag: XmlTag): void {
    this.#reading = 'nothing';
    if (tag.name === 'row') this.#row = { line: this.#lineOf(tag), cells: [] };
    if (tag.name === 'c') this.#cell = this.#startCell(tag);
    if (tag.name === 'rPh') this.#isPhonetic = true;
    if (tag.name === 'v') this.#reading = 'value';
    if (tag.name === 't' && !this.#isPhonetic) this.#reading = 'inline';
    if (tag.name === 'mergeCell') this.#merge(tag.attribute('ref') ?? '');
  }

  text(text: string): void {
    if (this.#cell === undefined || this.#reading === 'nothing') return;
    this.#cell[this.#reading] += text;
  }

  close(name: string): void {
    this.#reading = 'nothing';
    if (name === 'rPh') this.#isPhonetic = false;
    if (name === 'row') this.#reader.row(this.#row);
    if (name === 'c' && this.#cell !== undefined) {
      this.#place(this.#cell.column, this.#valueOf(this.#cell));
      this.#cell = undefined;
    }
  }

  #lineOf(tag: XmlTag): number {
    const line = Number(tag.attribute('r') ?? this.#row.line + 1);
    if (!Number.isInteger(line) || line <= this.#row.line) throw new FileProblem('damaged');
    if (line > maxRows) throw new FileProblem('too_big');
    return line;
  }

  #startCell(tag: XmlTag): CellState {
    const reference = tag.attribute('r');
    return {
      column: reference === undefined ? this.#row.cells.length : columnOf(reference),
      type: tag.attribute('t') ?? 'n',
      style: Number(tag.attribute('s') ?? 0),
      value: '',
      inline: '',
    };
  }

  #place(column: number, value: RawCell): void {
    if (column >= maxColumns) {
      if (value !== '') this.#row.fault = 'too_many_columns';
      return;
    }
    while (this.#row.cells.length < column) this.#row.cells.push('');
    this.#row.cells[column] = value;
  }

  #valueOf({ type, value, inline, style }: CellState): RawCell {
    switch (type) {
      case 's':
        return this.#workbook.sharedTexts[Number(value)] ?? '';
      case 'inlineStr':
        return unescapeText(inline);
      case 'str':
        return unescapeText(value);
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
      case 'd':
        return value.replace(/T00:00:00(\.0+)?Z?$/, '');
      case 'e':
        return value;
      default:
        return this.#numberOf(value, style);
    }
  }

  #numberOf(text: string, style: number): RawCell {
    const number = Number(text);
    if (text.trim() === '') return '';
    if (!Number.isFinite(number)) return text;
    const { styles, dateSystem } = this.#workbook;
    return styledNumber(number, styles[style] ?? { kind: 'plain' }, dateSystem);
  }

  #merge(reference: string): void {
    const [from = '', to = from] = reference.split(':');
    const [top, bottom] = [lineOf(from), lineOf(to)];
    if (Number.isNaN(top) || Number.isNaN(bottom)) return;
    this.#reader.merged({ top, bottom, left: columnOf(from), right: columnOf(to) });
  }
}

/** 'C7' → 2. */
function columnOf(reference: string): number {
  const letters = /^\$?([A-Za-z]{1,3})/.exec(reference)?.[1];
  if (letters === undefined) throw new FileProblem('damaged');
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function lineOf(reference: string): number {
  return Number(/(\d+)$/.exec(reference)?.[1] ?? Number.NaN);
}
