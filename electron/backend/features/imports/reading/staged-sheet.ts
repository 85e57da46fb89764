import { StringDecoder } from 'node:string_decoder';
import { readScratch, ScratchFile, type ScratchRef } from '../../../files/scratch.ts';
import { type LineFault, limitRow, type RawCell, type RawRow, trimRow } from './row.ts';
import type { CellRange } from './xlsx-rows.ts';

/** A sheet as it was read: every row that holds something, in a scratch file. Plain data. */
export type StagedSheet = {
  rows: ScratchRef;
  rowCount: number;
  /** The last line of the file or sheet that was read. */
  lastLine: number;
  /** Vertical runs of merged cells, by their first line. */
  merged: readonly CellRange[];
};

const bufferLength = 256 * 1024;
const maxMerged = 100_000;

/** Writes rows to a scratch file, one JSON array a line: line, fault, cells. */
export class SheetStager {
  readonly #file: ScratchFile;
  readonly #merged: CellRange[] = [];
  #lines: string[] = [];
  #length = 0;
  #rowCount = 0;
  #lastLine = 0;

  constructor(path: string) {
    this.#file = new ScratchFile(path);
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  add(row: RawRow): void {
    this.#lastLine = row.line;
    const kept = trimRow(row);
    if (kept === undefined && row.fault === undefined) return;
    const { line, cells, fault = 0 } = limitRow(kept ?? row);
    const text = JSON.stringify([line, fault, ...cells]);
    this.#lines.push(text);
    this.#length += text.length;
    this.#rowCount += 1;
    if (this.#length > bufferLength) this.#flush();
  }

  merge(range: CellRange): void {
    if (range.bottom > range.top && this.#merged.length < maxMerged) this.#merged.push(range);
  }

  end(): StagedSheet {
    this.#flush();
    return {
      rows: this.#file.end(),
      rowCount: this.#rowCount,
      lastLine: this.#lastLine,
      merged: this.#merged.toSorted((a, b) => a.top - b.top),
    };
  }

  #flush(): void {
    if (this.#lines.length > 0) this.#file.append(Buffer.from(`${this.#lines.join('\n')}\n`));
    this.#lines = [];
    this.#length = 0;
  }
}

/** The rows of a staged sheet, in batches. Merged cells have their value in each of their rows. */
export async function* readStaged(sheet: StagedSheet): AsyncGenerator<RawRow[]> {
  const fill = mergeFiller(sheet.merged);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of readScratch(sheet.rows)) {
    const lines = (rest + decoder.write(Buffer.from(chunk))).split('\n');
    rest = lines.pop() ?? '';
    yield lines.map((line) => fill(toRow(line)));
  }
}

function toRow(text: string): RawRow {
  const [line, fault, ...cells]: [number, LineFault | 0, ...RawCell[]] = JSON.parse(text);
  return fault === 0 ? { line, cells } : { line, cells, fault };
}

/** Carries the value of a vertical merge down; the format keeps it in the first cell alone. */
function mergeFiller(merged: readonly CellRange[]): (row: RawRow) => RawRow {
  if (merged.length === 0) return (row) => row;
  let next = 0;
  let open: (CellRange & { value: RawCell })[] = [];
  return (row) => {
    open = open.filter(({ bottom }) => bottom >= row.line);
    const cells = [...row.cells];
    for (const { left, value } of open) {
      while (cells.length < left) cells.push('');
      if ((cells[left] ?? '') === '') cells[left] = value;
    }
    for (let range = merged[next]; range && range.top <= row.line; range = merged[next]) {
      if (range.top === row.line) open.push({ ...range, value: row.cells[range.left] ?? '' });
      next += 1;
    }
    return { ...row, cells };
  };
}
