import type {
  DeskCheck,
  DeskProblem,
  ImportAction,
  ImportCounts,
  PreviewRow,
} from '#shared/contract/imports-desk.ts';
import type { ImportEntity } from '#shared/contract/imports-fields.ts';
import { fitLength } from '#shared/domain/text/graphemes.ts';
import { noteLevel } from './note-levels.ts';
import type { RowDraft, RowNote } from './row-draft.ts';

/** Problems that a list can show; all of them are counted. */
const listedProblems = 10_000;
const previewRows = 12;

export type PreviewCells = PreviewRow['cells'];

/** A row that comes back. */
export type ReturnedRow = Pick<RowDraft, 'sheet' | 'line' | 'cells'> & {
  notes: readonly RowNote[];
};

/** Counts what became of each row and keeps what has to be shown. */
export class ImportReport {
  readonly #counts = new Map<ImportEntity, ImportCounts>();
  readonly #notes = new Map<string, DeskCheck['notes'][number]>();
  readonly #previews = new Map<ImportEntity, PreviewRow[]>();
  readonly #returned: (row: ReturnedRow) => void;
  readonly problems: DeskProblem[] = [];

  constructor(returned: (row: ReturnedRow) => void = () => undefined) {
    this.#returned = returned;
  }

  /** Settles one row. Every row is settled exactly once. */
  settle(draft: RowDraft, action: ImportAction, cells: () => PreviewCells = () => []): void {
    const counts = this.#countsOf(draft.sheet.entity);
    counts.rows += 1;
    counts[action] += 1;
    for (const note of draft.notes) this.#count(draft, note);
    if (action === 'reject') this.#returned(draft);
    this.#preview(draft, action, cells);
  }

  /** Settles a row that cannot go in, or is left alone, by its notes; true when it was. */
  settleEarly(draft: RowDraft): boolean {
    if (draft.isReturned) this.settle(draft, 'reject');
    else if (draft.isLeftAlone) this.settle(draft, 'skip');
    else return false;
    return true;
  }

  /** Counts a record that was made because a row named it. */
  alsoCreated(entity: ImportEntity): void {
    this.#countsOf(entity).alsoCreated += 1;
  }

  check(): DeskCheck {
    return {
      counts: [...this.#counts.values()],
      notes: [...this.#notes.values()].toSorted(byWeight),
      previews: [...this.#previews].map(([entity, rows]) => ({ entity, rows })),
    };
  }

  #countsOf(entity: ImportEntity): ImportCounts {
    const counts = this.#counts.get(entity) ?? {
      entity,
      rows: 0,
      create: 0,
      update: 0,
      unchanged: 0,
      skip: 0,
      reject: 0,
      alsoCreated: 0,
    };
    this.#counts.set(entity, counts);
    return counts;
  }

  #count(draft: RowDraft, note: RowNote): void {
    const { entity } = draft.sheet;
    const key = `${entity}:${note.code}:${note.field}`;
    const known = this.#notes.get(key);
    const level = noteLevel(note.code);
    if (known === undefined) {
      this.#notes.set(key, { code: note.code, level, entity, field: note.field, count: 1 });
    } else {
      known.count += 1;
    }
    if (this.problems.length < listedProblems) this.problems.push(toProblem(draft, note));
  }

  #preview(draft: RowDraft, action: ImportAction, cells: () => PreviewCells): void {
    const rows = this.#previews.get(draft.sheet.entity) ?? [];
    const isShown = action === 'create' || action === 'update';
    if (!isShown || rows.length >= previewRows) return;
    this.#previews.set(draft.sheet.entity, rows);
    rows.push({ line: draft.line, action, cells: cells() });
  }
}

const weights = { reject: 0, skip: 1, warning: 2, info: 3 } as const;

function byWeight(a: DeskCheck['notes'][number], b: DeskCheck['notes'][number]): number {
  return weights[a.level] - weights[b.level] || b.count - a.count;
}

function toProblem({ sheet, line, cells }: RowDraft, note: RowNote): DeskProblem {
  const column = sheet.columns.find(({ index }) => index === note.index);
  const cell = note.index === null ? '' : String(cells[note.index] ?? '');
  return {
    sheetId: sheet.id,
    sheetName: sheet.name,
    line,
    index: note.index,
    heading: column?.heading ?? '',
    field: note.field,
    code: note.code,
    level: noteLevel(note.code),
    value: fitLength(cell, 200),
    detail: note.detail,
  };
}
