import { maxCellLength, type RawRow } from './row.ts';

export type CsvFormat = { delimiter: string; lineEnd: '\n' | '\r' };

/** A quoted cell longer than this was never closed. */
const maxQuotedLength = maxCellLength + 1;

/**
 * Reads delimited text row by row, and loses no line: a quote that is never closed is taken as a
 * character of its line, and reading goes on with the next one. Lines are counted as an editor
 * shows them.
 */
export class CsvReader {
  readonly #format: CsvFormat;
  readonly #emit: (row: RawRow) => void;
  #text = '';
  #line = 1;

  constructor(format: CsvFormat, emit: (row: RawRow) => void) {
    this.#format = format;
    this.#emit = emit;
  }

  push(chunk: string): void {
    this.#text += chunk;
    this.#read(false);
  }

  end(): void {
    this.#read(true);
    this.#text = '';
  }

  #read(isLast: boolean): void {
    let at = 0;
    while (at < this.#text.length) {
      const next = this.#readRow(at, isLast);
      if (next === undefined) break;
      at = next;
    }
    this.#text = this.#text.slice(at);
  }

  /** Emits the row that starts at `start`; answers where the next one starts, if that is known. */
  #readRow(start: number, isLast: boolean): number | undefined {
    const { delimiter, lineEnd } = this.#format;
    const found = this.#text.indexOf(lineEnd, start);
    if (found < 0 && !isLast) return undefined;
    const end = found < 0 ? this.#text.length : found;
    const line = withoutReturn(this.#text.slice(start, end), lineEnd);
    if (line.includes('"')) return this.#readQuoted(start, line, isLast);
    this.#finish({ cells: line.split(delimiter), lines: 1 });
    return end + 1;
  }

  #readQuoted(start: number, firstLine: string, isLast: boolean): number | undefined {
    const scan = scanRow(this.#text, start, this.#format);
    const isCut =
      scan.status === 'open' || (scan.status === 'row' && scan.next > this.#text.length);
    const isShort = this.#text.length - start < maxQuotedLength;
    if (isCut && isShort && !isLast) return undefined;
    if (scan.status === 'row') {
      this.#finish({ cells: scan.cells, lines: scan.lines });
      return scan.next;
    }
    const cells = firstLine.split(this.#format.delimiter);
    this.#finish({ cells, lines: 1, fault: 'stray_quote' });
    const end = this.#text.indexOf(this.#format.lineEnd, start);
    return end < 0 ? this.#text.length : end + 1;
  }

  #finish({ lines, ...row }: Omit<RawRow, 'line'> & { lines: number }): void {
    this.#emit({ line: this.#line, ...row });
    this.#line += lines;
  }
}

function withoutReturn(line: string, lineEnd: string): string {
  return lineEnd === '\n' && line.endsWith('\r') ? line.slice(0, -1) : line;
}

type Scan =
  | { status: 'row'; cells: string[]; lines: number; next: number }
  /** The text ended, or grew too long, inside quotes. */
  | { status: 'open' }
  /** A quote opened, ran over the end of its line and closed in the middle of a cell. */
  | { status: 'broken' };

/** Scans one row by the quoting rules that spreadsheets follow. */
function scanRow(text: string, start: number, { delimiter, lineEnd }: CsvFormat): Scan {
  const cells: string[] = [];
  let lines = 1;
  let at = start;
  for (;;) {
    let cell = '';
    if (text[at] === '"') {
      const quoted = scanQuoted(text, at + 1, lineEnd);
      if (quoted === undefined) return { status: 'open' };
      const after = text.charAt(quoted.next);
      const isClosed = [delimiter, '\r', lineEnd, ''].includes(after);
      if (quoted.lines > 0 && !isClosed) return { status: 'broken' };
      cell = quoted.content;
      lines += quoted.lines;
      at = quoted.next;
    }
    const stop = nextStop(text, at, delimiter, lineEnd);
    cells.push(cell + withoutReturn(text.slice(at, stop), text[stop] === delimiter ? '' : lineEnd));
    if (text[stop] !== delimiter) return { status: 'row', cells, lines, next: stop + 1 };
    at = stop + 1;
  }
}

function scanQuoted(text: string, start: number, lineEnd: string) {
  let content = '';
  let at = start;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote - start > maxQuotedLength) return undefined;
    content += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      return { content, lines: countOf(content, lineEnd), next: quote + 1 };
    }
    content += '"';
    at = quote + 2;
  }
}

function nextStop(text: string, at: number, delimiter: string, lineEnd: string): number {
  const line = text.indexOf(lineEnd, at);
  const end = line < 0 ? text.length : line;
  const cell = text.indexOf(delimiter, at);
  return cell < 0 || cell > end ? end : cell;
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}
