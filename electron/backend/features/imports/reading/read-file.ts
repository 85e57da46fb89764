import type { Delimiter, TextEncoding } from '#shared/contract/imports-desk.ts';
import { detectDelimiter } from '#shared/domain/imports/delimiter.ts';
import { detectHeaderRow } from '#shared/domain/imports/header-row.ts';
import { fitLength } from '#shared/domain/text/graphemes.ts';
import type { ScratchRef } from '../../../files/scratch.ts';
import { type ByteSource, scratchSource } from './byte-source.ts';
import { type ColumnFacts, columnFacts } from './column-facts.ts';
import { CsvReader } from './csv-rows.ts';
import { decode, decodeLoosely, detectEncoding, type EncodingFinding } from './encoding.ts';
import { fileKind } from './file-kind.ts';
import { FileProblem } from './file-problem.ts';
import { InflateBudget } from './inflate-budget.ts';
import type { RawRow } from './row.ts';
import { readStaged, SheetStager, type StagedSheet } from './staged-sheet.ts';
import { readSheet } from './xlsx-rows.ts';
import { openWorkbook } from './xlsx-workbook.ts';

/** What the manager decided about a text file that reads in several ways. */
export type ReadChoices = { encoding?: TextEncoding; delimiter?: Delimiter };

export type ReadSheet = {
  name: string;
  isHidden: boolean;
  staged: StagedSheet;
  headerLine: number;
  topRows: RawRow[];
  columns: ColumnFacts[];
};

export type ReadFile = {
  text:
    | (EncodingFinding & {
        delimiter: Delimiter;
        samples: { encoding: TextEncoding; sample: string }[];
      })
    | null;
  sheets: ReadSheet[];
};

export type ReadOptions = {
  file: ScratchRef;
  choices: ReadChoices;
  /** Paths for the rows of each sheet, none of them taken. */
  stagingPath(sheet: number): string;
  /** Told of the share that is read, 0 to 1; throws when reading was cancelled. */
  progress(share: number): void;
};

const topRowCount = 30;
const maxSheets = 50;

/** Reads a file whatever it is, and stages its rows. @throws FileProblem */
export async function readFile(options: ReadOptions): Promise<ReadFile> {
  const source = scratchSource(options.file);
  if ((await fileKind(source)) === 'workbook') return readWorkbook(source, options);
  return readText(source, options);
}

async function readWorkbook(source: ByteSource, options: ReadOptions): Promise<ReadFile> {
  const workbook = await openWorkbook(source, new InflateBudget());
  const sheets: ReadSheet[] = [];
  for (const [index, { name, isHidden, part }] of workbook.sheets.slice(0, maxSheets).entries()) {
    const stager = new SheetStager(options.stagingPath(index));
    await readSheet(workbook, part, {
      row: (row) => stager.add(row),
      merged: (range) => stager.merge(range),
    });
    options.progress((index + 1) / workbook.sheets.length);
    const staged = stager.end();
    if (staged.rowCount > 0) sheets.push({ name, isHidden, ...(await understand(staged)) });
  }
  if (sheets.length === 0) throw new FileProblem('empty');
  return { text: null, sheets };
}

async function readText(source: ByteSource, options: ReadOptions): Promise<ReadFile> {
  const found = await detectEncoding(source);
  const encoding = options.choices.encoding ?? found.encoding;
  const head = await source.read(0, Math.min(source.size, 256 * 1024));
  const sample = decodeLoosely(head, encoding);
  assertText(sample);
  const separator = detectDelimiter(sample);
  const delimiter = options.choices.delimiter ?? separator.delimiter;
  const stager = new SheetStager(options.stagingPath(0));
  const isLoose = !found.isWhole || !found.fitting.includes(encoding);
  const firstLine = separator.hasSeparatorLine ? 2 : 1;
  const reader = new CsvReader({ delimiter, lineEnd: lineEndOf(sample) }, (row) => {
    if (row.line >= firstLine) stager.add(markUnreadable(row));
  });
  let read = 0;
  // What fits nothing is read all the same, and its bad lines are marked.
  for await (const text of decode(source, encoding, { isLoose })) {
    reader.push(text);
    read += text.length;
    options.progress(Math.min(0.9, read / source.size));
  }
  reader.end();
  const staged = stager.end();
  if (staged.rowCount === 0) throw new FileProblem('empty');
  const samples = found.fitting.map((fitting) => ({
    encoding: fitting,
    sample: fitLength(decodeLoosely(head.subarray(0, 2000), fitting), 200),
  }));
  const text = {
    ...found,
    encoding,
    isCertain: found.isCertain || options.choices.encoding !== undefined,
    delimiter,
    samples,
  };
  return { text, sheets: [{ name: '', isHidden: false, ...(await understand(staged)) }] };
}

function markUnreadable(row: RawRow): RawRow {
  const isBad = row.cells.some((cell) => typeof cell === 'string' && cell.includes('\ufffd'));
  return isBad ? { ...row, fault: 'unreadable' } : row;
}

/** Bytes that are no text show as characters that no table holds. */
function assertText(sample: string): void {
  let odd = 0;
  for (const character of sample) {
    const code = character.charCodeAt(0);
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13)) odd += 1;
  }
  if (odd > sample.length / 20) throw new FileProblem('not_a_table');
}

function lineEndOf(sample: string): '\n' | '\r' {
  return sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r';
}

async function understand(staged: StagedSheet) {
  const topRows = await firstRows(staged);
  const { index } = detectHeaderRow(topRows.map(({ cells }) => cells.map(String)));
  const headerLine = index === null ? 0 : (topRows[index]?.line ?? 0);
  return { staged, headerLine, topRows, columns: await columnFacts(staged, headerLine) };
}

async function firstRows(staged: StagedSheet): Promise<RawRow[]> {
  for await (const rows of readStaged(staged)) return rows.slice(0, topRowCount);
  return [];
}
