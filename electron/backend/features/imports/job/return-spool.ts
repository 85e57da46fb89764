import type { Language } from '#shared/contract/fields.ts';
import type { NoteCode } from '#shared/contract/imports-desk.ts';
import { createTranslator } from '#shared/i18n/index.ts';
import { readScratchBytes, ScratchFile } from '../../../files/scratch.ts';
import { csvBytes, csvLine } from '../../../reports/csv.ts';
import type { Sheet, SheetValue } from '../../../reports/sheet.ts';
import { toXlsx } from '../../../reports/xlsx.ts';
import type { SheetPlan } from '../rows/import-plan.ts';
import type { ReturnedRow } from '../rows/import-report.ts';
import { noteLevel } from '../rows/note-levels.ts';
import { returnHeadings } from '../rows/return-headings.ts';

/** A workbook is made in memory; more rows than this come back as CSV. */
const workbookRows = 50_000;

export type ReturnedFile = { name: string; bytes: Uint8Array };

type Line = { sheet: SheetPlan; values: SheetValue[] };

/** Gathers the rows that come back and makes a file of them: row, column, reason, original cells. */
export class ReturnSpool {
  readonly #language: Language;
  readonly #path: string;
  readonly #lines: Line[] = [];
  #overflow: ScratchFile | undefined;
  #count = 0;

  constructor(path: string, language: Language) {
    this.#path = path;
    this.#language = language;
  }

  get count(): number {
    return this.#count;
  }

  add(row: ReturnedRow): void {
    this.#count += 1;
    const line = { sheet: row.sheet, values: this.#valuesOf(row) };
    if (this.#count <= workbookRows) this.#lines.push(line);
    else this.#spill(line);
  }

  /** Undefined when nothing came back. */
  async finish(): Promise<ReturnedFile | undefined> {
    if (this.#count === 0) return undefined;
    const name = createTranslator(this.#language)('imports:returned.fileName');
    if (this.#overflow === undefined) {
      return { name: `${name}.xlsx`, bytes: await toXlsx(this.#sheets()) };
    }
    const bytes = await readScratchBytes(this.#overflow.end());
    this.#overflow.remove();
    return { name: `${name}.csv`, bytes: csvBytes(bytes) };
  }

  discard(): void {
    this.#overflow?.remove();
  }

  #spill(line: Line): void {
    if (this.#overflow === undefined) {
      this.#overflow = new ScratchFile(this.#path);
      for (const earlier of this.#lines.splice(0)) this.#write(earlier);
    }
    this.#write(line);
  }

  #write({ values }: Line): void {
    this.#overflow?.append(Buffer.from(csvLine(values)));
  }

  #sheets(): Sheet[] {
    const bySheet = Map.groupBy(this.#lines, ({ sheet }) => sheet);
    return [...bySheet].map(([sheet, lines]) => ({
      name: sheet.name,
      currency: 'CNY',
      columns: this.#headings(sheet).map((heading) => ({ heading, kind: 'number', width: 20 })),
      rows: lines.map(({ values }) => values),
    }));
  }

  #headings(sheet: SheetPlan): string[] {
    return [...returnHeadings(this.#language), ...sheet.headings];
  }

  #valuesOf({ sheet, line, cells, notes }: ReturnedRow): SheetValue[] {
    const t = createTranslator(this.#language);
    const reasons = notes.filter(({ code }) => noteLevel(code) === 'reject');
    const columns = reasons.flatMap(({ index }) =>
      index === null ? [] : [sheet.headings[index] ?? ''],
    );
    const text = (code: NoteCode, detail: string) => t(`imports:notes.${code}`, { detail });
    return [
      line,
      [...new Set(columns)].join(', '),
      reasons.map(({ code, detail }) => text(code, detail)).join(' · '),
      ...cells,
    ];
  }
}
