import type { ImportField } from '#shared/contract/imports-fields.ts';
import type { SheetPlan } from '../rows/import-plan.ts';
import type { PreviewCells } from '../rows/import-report.ts';
import { type RowDraft, readDrafts } from '../rows/row-draft.ts';
import type { ImportContext } from './import-context.ts';
import { makeNamed, type NameKind } from './known-names.ts';
import type { Named } from './name-index.ts';
import { type RecordColumns, recordKinds } from './record-kinds.ts';

/** Imports a sheet of people, products or accounts. */
export async function importRecords(context: ImportContext, sheet: SheetPlan): Promise<void> {
  const kind = recordKinds[sheet.entity];
  if (kind === undefined) throw new RangeError(`No records of ${sheet.entity}`);
  const work = new RecordImport(context, sheet, kind.table);
  if (sheet.columns.some(({ field }) => field === 'parent_name')) await work.announce();
  for await (const drafts of readDrafts(sheet, context.plan)) {
    const rows = await work.loadRows(drafts);
    for (const draft of drafts) work.take(draft, rows);
    await context.writer.flush();
    await context.advance(drafts.length);
  }
}

type Row = RecordColumns & { id: string };

class RecordImport {
  readonly #context: ImportContext;
  readonly #sheet: SheetPlan;
  readonly #table: NameKind;
  readonly #seen = new Map<string, number>();
  /** Records that a row is about but that are not written yet. */
  readonly #announced = new Map<string, Named>();
  #parents: Map<string, string> | undefined;

  constructor(context: ImportContext, sheet: SheetPlan, table: NameKind) {
    this.#context = context;
    this.#sheet = sheet;
    this.#table = table;
  }

  /** Gives every new record its id beforehand, so that a row can name one that comes later. */
  async announce(): Promise<void> {
    const { db, plan, platform } = this.#context;
    this.#parents = new Map();
    const rows = await db
      .selectFrom('account')
      .select(['id', 'parent_id'])
      .where('parent_id', 'is not', null)
      .execute();
    for (const { id, parent_id } of rows) if (parent_id !== null) this.#parents.set(id, parent_id);
    if (plan.mode === 'update') return;
    for await (const drafts of readDrafts(this.#sheet, plan)) {
      for (const draft of drafts) {
        const name = draft.text('name');
        if (name === '' || draft.isReturned || draft.isLeftAlone) continue;
        if (this.#find(draft) === undefined) this.#announce(name, platform.newId());
      }
    }
  }

  #announce(name: string, id: string): void {
    const record = { id, name, isNew: true, hasNumber: false };
    this.#announced.set(id, record);
    this.#context.names[this.#table].add('name', name, record);
  }

  /** What the records of a batch hold now. */
  async loadRows(drafts: readonly RowDraft[]): Promise<ReadonlyMap<string, Row>> {
    const ids = drafts.flatMap((draft) => {
      const found = this.#find(draft);
      return found !== undefined && found !== 'many' && !found.isNew ? [found.id] : [];
    });
    return recordKinds.load(this.#context.db, this.#table, ids);
  }

  take(draft: RowDraft, rows: ReadonlyMap<string, Row>): void {
    const { report } = this.#context;
    if (report.settleEarly(draft)) return;
    const found = this.#find(draft);
    if (found === 'many') draft.note('ambiguous_name', this.#keyField(draft));
    this.#noteTwice(draft);
    const isNew = found === undefined || (found !== 'many' && found.isNew);
    this.#noteMode(draft, isNew);
    if (isNew && draft.text('name') === '') draft.note('missing_value', 'name');
    if (report.settleEarly(draft)) return;
    const known = found === 'many' ? undefined : found;
    if (isNew) this.#create(draft, known);
    else this.#update(draft, rows.get(known?.id ?? ''));
  }

  #noteMode(draft: RowDraft, isNew: boolean): void {
    const { mode } = this.#context.plan;
    if (mode === 'create' && !isNew) draft.note('already_there', this.#keyField(draft));
    if (mode === 'update' && isNew) draft.note('not_there', this.#keyField(draft));
  }

  #create(draft: RowDraft, announced: Named | undefined): void {
    const { platform, writer, names, report } = this.#context;
    const name = draft.text('name');
    const wasNamedBefore = announced !== undefined && !this.#announced.has(announced.id);
    const bare = recordKinds.bare[this.#table](platform, name);
    const id = announced?.id ?? bare.id;
    const columns = this.#columns(draft, { id });
    // A record that another row only named is there already, without these columns.
    if (wasNamedBefore) writer.update(this.#table, { id, changes: columns });
    else this.#insert({ ...bare, ...columns, id });
    const record = announced ?? { id, name, isNew: true, hasNumber: false };
    this.#announced.delete(id);
    if (draft.text('external_id') !== '') record.hasNumber = true;
    for (const field of ['name', 'external_id', 'email'] as const) {
      if (draft.text(field) !== '') names[this.#table].add(field, draft.text(field), record);
    }
    this.#notePrice(draft, id);
    report.settle(draft, 'create', () => this.#preview(draft));
  }

  #notePrice(draft: RowDraft, id: string): void {
    const price = draft.number('list_price');
    if (this.#table === 'product' && price !== null) this.#context.prices.set(id, price);
  }

  #insert(row: RecordColumns & { id: string }): void {
    // The bare row of the table gave every column; the rest are of the same table.
    this.#context.writer.insert(this.#table, row as never);
  }

  #update(draft: RowDraft, row: Row | undefined): void {
    const { report, writer } = this.#context;
    if (row === undefined) throw new RangeError('a known record without a row');
    const wanted = Object.entries(this.#columns(draft, row));
    const changes = Object.fromEntries(wanted.filter(([column, value]) => row[column] !== value));
    if (Object.keys(changes).length === 0) {
      report.settle(draft, 'unchanged');
      return;
    }
    writer.update(this.#table, { id: row.id, changes });
    this.#number(draft);
    this.#notePrice(draft, row.id);
    report.settle(draft, 'update', () => this.#preview(draft, row));
  }

  /** A record that got its number is found by it from now on. */
  #number(draft: RowDraft): void {
    const found = this.#find(draft);
    const number = draft.text('external_id');
    if (number === '' || found === undefined || found === 'many' || found.hasNumber) return;
    found.hasNumber = true;
    this.#context.names[this.#table].add('external_id', number, found);
  }

  #columns(draft: RowDraft, row: Row): RecordColumns {
    const { plan } = this.#context;
    const columns = recordKinds.columns[this.#table](draft, { plan, row });
    const owner = this.#reference(draft, 'owner_name', 'person');
    const parent = this.#parentOf(draft, row.id);
    return {
      ...columns,
      ...(owner === undefined ? {} : { owner_id: owner }),
      ...(parent === undefined ? {} : { parent_id: parent }),
    };
  }

  /** The id a name stands for; undefined leaves what is there. */
  #reference(draft: RowDraft, field: ImportField, kind: NameKind): string | null | undefined {
    if (this.#table !== 'account') return undefined;
    const name = draft.given(field);
    if (name === null || name === undefined) return name;
    const found = this.#context.names[kind].find('name', name);
    if (found === 'many') draft.note('left_out', field);
    if (found === 'many') return undefined;
    if (found !== undefined) return found.id;
    if (this.#context.plan.createsMissing) return makeNamed(this.#context, kind, name).id;
    draft.note('left_out', field);
    return undefined;
  }

  #parentOf(draft: RowDraft, id: string): string | null | undefined {
    const parent = this.#reference(draft, 'parent_name', 'account');
    if (parent === undefined || parent === null || this.#parents === undefined) return parent;
    for (let at: string | undefined = parent; at !== undefined; at = this.#parents.get(at)) {
      if (at !== id) continue;
      draft.note('parent_loop', 'parent_name');
      return undefined;
    }
    this.#parents.set(id, parent);
    return parent;
  }

  #keyField(draft: RowDraft): ImportField {
    return draft.text(this.#sheet.key) === '' ? 'name' : this.#sheet.key;
  }

  #find(draft: RowDraft): Named | 'many' | undefined {
    const field = this.#keyField(draft);
    const text = draft.text(field);
    if (text === '') return undefined;
    const found = this.#context.names[this.#table].find(field, text);
    if (found !== undefined || field === 'name') return found;
    // Known by name alone so far: the number is news about it.
    const byName = this.#context.names[this.#table].find('name', draft.text('name'));
    return byName === 'many' || byName?.hasNumber ? undefined : byName;
  }

  #noteTwice(draft: RowDraft): void {
    const field = this.#keyField(draft);
    const key = `${field}:${draft.text(field).toLowerCase()}`;
    const line = this.#seen.get(key);
    if (line === undefined) this.#seen.set(key, draft.line);
    else draft.note('same_key_twice', field, String(line));
  }

  #preview(draft: RowDraft, row?: Row): PreviewCells {
    return recordKinds.preview(draft, { table: this.#table, row });
  }
}
