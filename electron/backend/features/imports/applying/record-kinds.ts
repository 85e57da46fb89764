import { sql } from 'kysely';
import type { ImportEntity, ImportField } from '#shared/contract/imports-fields.ts';
import { foldForSearch } from '#shared/domain/text/search-text.ts';
import type { ReadDb } from '../../../database/db.ts';
import type { ImportPlan } from '../rows/import-plan.ts';
import type { PreviewCells } from '../rows/import-report.ts';
import type { RowDraft } from '../rows/row-draft.ts';
import type { NameKind } from './known-names.ts';
import { bareAccount, barePerson, bareProduct } from './record-rows.ts';

export type RecordColumns = Readonly<Record<string, string | number | null>>;

/** Where each field of a record is kept. Names, teams and regions have rules of their own. */
const columnOf: Readonly<Record<NameKind, Partial<Record<ImportField, string>>>> = {
  person: {
    external_id: 'external_id',
    email: 'email',
    phone: 'phone',
    title: 'role_title',
    role_level: 'level',
    manager_name: 'manager_name',
    region: 'region',
    joined_on: 'joined_on',
    left_on: 'left_on',
  },
  product: { external_id: 'external_id', family: 'series', list_price: 'list_price_minor' },
  account: {
    external_id: 'external_id',
    industry: 'industry',
    level: 'level',
    employees: 'employees',
    annual_revenue: 'annual_revenue_minor',
    founded_year: 'founded_year',
    website: 'website',
    phone: 'phone',
    description: 'note',
  },
};

const kinds: Partial<Record<ImportEntity, { table: NameKind }>> = {
  people: { table: 'person' },
  products: { table: 'product' },
  accounts: { table: 'account' },
};

/** `row` is the record as it is, with its id alone when it is new. */
type Target = { plan: ImportPlan; row: RecordColumns };
type ColumnMaker = (draft: RowDraft, target: Target) => RecordColumns;

const columns: Readonly<Record<NameKind, ColumnMaker>> = {
  person: (draft, target) => ({
    ...plainColumns(draft, 'person'),
    ...personColumns(draft, target),
  }),
  product: (draft) => plainColumns(draft, 'product'),
  account: (draft) => {
    const region = draft.given('region') ?? draft.given('country') ?? draft.given('city');
    const plain = plainColumns(draft, 'account');
    const withNote = plain['note'] === null ? { ...plain, note: '' } : plain;
    return region === undefined ? withNote : { ...withNote, region };
  },
};

function plainColumns(draft: RowDraft, table: NameKind): RecordColumns {
  const found: Record<string, string | number | null> = {};
  for (const [field, column] of Object.entries(columnOf[table])) {
    const value = draft.values.get(field as ImportField);
    if (value !== undefined) found[column] = value;
  }
  const name = draft.text('name');
  return name === '' ? found : { ...found, name, name_key: foldForSearch(name) };
}

function personColumns(draft: RowDraft, { plan, row }: Target): RecordColumns {
  const hasRule = plan.rules.includes('teamFromManager') && !row['team'];
  const team = draft.given('team') ?? (hasRule ? draft.given('manager_name') : undefined);
  const number = draft.given('external_id');
  const isGone = draft.text('is_active') === 'false' && draft.text('left_on') === '';
  return {
    ...(team === undefined ? {} : { team }),
    ...(number === undefined ? {} : { employee_no: number }),
    // Nobody says when, so it is the day of the data; a day that is known stays.
    ...(isGone && !row['left_on'] ? { left_on: plan.dataAsOf.slice(0, 10) } : {}),
  };
}

const bare = { person: barePerson, account: bareAccount, product: bareProduct } as const;

/** The rows of these records as they are, by id. */
async function load(
  db: ReadDb,
  table: NameKind,
  ids: readonly string[],
): Promise<Map<string, RecordColumns & { id: string }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<RecordColumns & { id: string }>`
    select * from ${sql.table(table)}
    where id in (select value from json_each(${JSON.stringify(ids)}))`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The fields of a row as they will be, and for a change what they were. */
function preview(
  draft: RowDraft,
  { table, row }: { table: NameKind; row: RecordColumns | undefined },
): PreviewCells {
  return [...draft.values].map(([field, value]) => {
    const column = field === 'name' ? 'name' : columnOf[table][field];
    const before = row === undefined || column === undefined ? undefined : row[column];
    const isChanged = before !== undefined && before !== value;
    return isChanged ? { field, value, before } : { field, value };
  });
}

export const recordKinds = { ...kinds, columns, bare, load, preview };
