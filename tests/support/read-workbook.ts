import { memorySource } from '#backend/features/imports/reading/byte-source.ts';
import { InflateBudget } from '#backend/features/imports/reading/inflate-budget.ts';
import type { RawRow } from '#backend/features/imports/reading/row.ts';
import { type CellRange, readSheet } from '#backend/features/imports/reading/xlsx-rows.ts';
import { openWorkbook } from '#backend/features/imports/reading/xlsx-workbook.ts';

export type ReadSheet = { name: string; rows: RawRow[]; merged: CellRange[] };

/** Every sheet of a workbook as the importer reads it. */
export async function readWorkbook(
  bytes: Uint8Array,
  budget = new InflateBudget(),
): Promise<ReadSheet[]> {
  const workbook = await openWorkbook(memorySource(bytes), budget);
  const sheets: ReadSheet[] = [];
  for (const { name, part } of workbook.sheets) {
    const sheet: ReadSheet = { name, rows: [], merged: [] };
    await readSheet(workbook, part, {
      row: (row) => sheet.rows.push(row),
      merged: (range) => sheet.merged.push(range),
    });
    sheets.push(sheet);
  }
  return sheets;
}
