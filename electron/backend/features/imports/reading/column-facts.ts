import { type DateColumnFinding, detectDateColumn } from '#shared/domain/dates/date-column.ts';
import {
  detectProbabilityScale,
  type ProbabilityScale,
} from '#shared/domain/imports/probability.ts';
import { type DecimalMarkFinding, detectDecimalMark } from '#shared/domain/money/number-format.ts';
import { fitLength } from '#shared/domain/text/graphemes.ts';
import type { RawCell } from './row.ts';
import { readStaged, type StagedSheet } from './staged-sheet.ts';

/** What all the cells of a column together say; plain data. */
export type ColumnFacts = {
  index: number;
  heading: string;
  /** Cells that hold something. */
  filled: number;
  /** The first different values. */
  samples: string[];
  dates: DateColumnFinding;
  decimals: DecimalMarkFinding;
  scale: ProbabilityScale;
};

const sampleCount = 5;
const sampleLength = 120;
/** Different values kept of one column, and of all together. */
const columnLimit = 20_000;
const sheetLimit = 1_000_000;
/** Enough to see that a column holds no dates at all. */
const firstLook = 200;

/** Looks through every row below the headings. */
export async function columnFacts(sheet: StagedSheet, headerLine: number): Promise<ColumnFacts[]> {
  const gathered = new Gathered();
  let headings: string[] = [];
  for await (const rows of readStaged(sheet)) {
    for (const { line, cells } of rows) {
      if (line === headerLine) headings = cells.map(String);
      if (line > headerLine) gathered.add(cells);
    }
  }
  const { columns } = gathered;
  const width = Math.max(headings.length, columns.length);
  return Array.from({ length: width }, (_, index) =>
    toFacts(index, headings[index] ?? '', columns[index]),
  );
}

type ColumnValues = { filled: number; values: Set<RawCell> };

class Gathered {
  readonly columns: ColumnValues[] = [];
  #kept = 0;

  add(cells: readonly RawCell[]): void {
    for (const [index, cell] of cells.entries()) {
      while (this.columns.length <= index) this.columns.push({ filled: 0, values: new Set() });
      const column = this.columns[index];
      if (cell === '' || column === undefined) continue;
      column.filled += 1;
      const { values } = column;
      if (this.#kept >= sheetLimit || values.size >= columnLimit || values.has(cell)) continue;
      values.add(cell);
      this.#kept += 1;
    }
  }
}

function toFacts(
  index: number,
  heading: string,
  { filled, values }: ColumnValues = { filled: 0, values: new Set() },
): ColumnFacts {
  const texts = [...values].map(String);
  const look = detectDateColumn(texts.slice(0, firstLook));
  return {
    index,
    heading: fitLength(heading.trim(), 300),
    filled,
    samples: texts.slice(0, sampleCount).map((text) => fitLength(text, sampleLength)),
    dates: look.status === 'none' ? look : detectDateColumn(texts),
    decimals: detectDecimalMark(texts),
    scale: detectProbabilityScale(texts.slice(0, columnLimit)),
  };
}
