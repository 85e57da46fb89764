import type { Insertable } from 'kysely';
import { sql } from 'kysely';
import { fitLength } from '#shared/domain/text/graphemes.ts';
import { foldForSearch } from '#shared/domain/text/search-text.ts';
import type { ActivityRow, ActivityTable } from '../../activities/activity.table.ts';
import type { SheetPlan } from '../rows/import-plan.ts';
import type { PreviewCells } from '../rows/import-report.ts';
import { type RowDraft, readDrafts } from '../rows/row-draft.ts';
import type { DealKeys } from './deal-keys.ts';
import { lookUpName, settleName } from './deal-names.ts';
import type { ImportContext } from './import-context.ts';
import { bareActivity } from './record-rows.ts';

type Context = ImportContext & { keys: DealKeys };

type Columns = Pick<
  Insertable<ActivityTable>,
  'kind' | 'status' | 'subject' | 'happened_at' | 'deal_id' | 'account_id' | 'person_id'
> &
  Partial<Pick<Insertable<ActivityTable>, 'content' | 'minutes' | 'external_id'>>;

/** Imports a sheet of calls, visits, notes. One without a number is known by all it says. */
export async function importActivities(context: Context, sheet: SheetPlan): Promise<void> {
  const seen = new Map<string, number>();
  for await (const drafts of readDrafts(sheet, context.plan)) {
    await context.keys.loadNumbers(drafts.map((draft) => draft.text('deal_external_id')));
    const known = await loadKnown(context, drafts);
    for (const draft of drafts) await take(context, draft, { seen, known });
    await context.writer.flush();
    await context.advance(drafts.length);
  }
}

type Known = { byNumber: ReadonlyMap<string, ActivityRow>; byContent: ReadonlySet<string> };

/** Activities that rows of this batch may be about: by number, and all at the same moments. */
async function loadKnown({ db }: Context, drafts: readonly RowDraft[]): Promise<Known> {
  const list = (field: 'external_id' | 'happened_at') =>
    JSON.stringify([...new Set(drafts.map((draft) => draft.text(field)))].filter(Boolean));
  const numbered = await db
    .selectFrom('activity')
    .selectAll()
    .where('external_id', 'in', sql<string>`(select value from json_each(${list('external_id')}))`)
    .execute();
  const sameMoment = await db
    .selectFrom('activity')
    .selectAll()
    .where('happened_at', 'in', sql<string>`(select value from json_each(${list('happened_at')}))`)
    .execute();
  return {
    byNumber: new Map(numbered.map((row) => [row.external_id ?? '', row])),
    byContent: new Set(sameMoment.map(contentKey)),
  };
}

function contentKey(row: Columns): string {
  const { happened_at, kind, subject, deal_id, account_id, person_id } = row;
  return JSON.stringify([
    happened_at,
    kind,
    foldForSearch(subject),
    deal_id,
    account_id,
    person_id,
  ]);
}

type Surroundings = { seen: Map<string, number>; known: Known };

async function take(
  context: Context,
  draft: RowDraft,
  { seen, known }: Surroundings,
): Promise<void> {
  const { report, writer, plan, platform } = context;
  if (draft.text('happened_at') === '') draft.note('missing_value', 'happened_at');
  if (report.settleEarly(draft)) return;
  const columns = await columnsOf(context, draft);
  if (columns === undefined) return;
  const number = draft.text('external_id');
  const key = number === '' ? contentKey(columns) : number;
  const row = number === '' ? undefined : known.byNumber.get(number);
  const isThere = row !== undefined || (number === '' && known.byContent.has(key));
  const line = seen.get(key);
  if (line === undefined) seen.set(key, draft.line);
  else draft.note('same_key_twice', number === '' ? 'happened_at' : 'external_id', String(line));
  if (row !== undefined && row.deleted_at !== null) draft.note('deleted_here', 'external_id');
  if (isThere && plan.mode === 'create') draft.note('already_there', 'happened_at');
  if (!isThere && plan.mode === 'update') draft.note('not_there', 'happened_at');
  if (report.settleEarly(draft)) return;
  if (!isThere) {
    writer.insert('activity', { ...bareActivity(platform, columns.subject), ...columns });
    return report.settle(draft, 'create', () => previewOf(draft));
  }
  const changes = row === undefined ? {} : changesOf(columns, row);
  if (row === undefined || Object.keys(changes).length === 0)
    return report.settle(draft, 'unchanged');
  writer.update('activity', { id: row.id, changes });
  report.settle(draft, 'update', () => previewOf(draft));
}

function changesOf(columns: Columns, row: ActivityRow): Record<string, string | number | null> {
  const wanted = Object.entries(columns) as [keyof Columns, string | number | null][];
  return Object.fromEntries(wanted.filter(([column, value]) => row[column] !== value));
}

/** Undefined when the row names something that nobody knows. */
async function columnsOf(context: Context, draft: RowDraft): Promise<Columns | undefined> {
  const accountLookup = lookUpName(context, draft, ['account', 'account_name']);
  const personLookup = lookUpName(context, draft, ['person', 'owner_name']);
  const dealId = await dealOf(context, draft);
  if (context.report.settleEarly(draft)) return undefined;
  const happenedAt = draft.text('happened_at');
  const content = [draft.text('content'), draft.text('outcome')].filter(Boolean).join('\n');
  const minutes = draft.number('duration_minutes');
  const status = draft.text('status') || (happenedAt > context.plan.now ? 'planned' : 'done');
  return {
    // The reader of choices gives only what the column can hold.
    kind: (draft.text('kind') || 'note') as ActivityRow['kind'],
    status: status as ActivityRow['status'],
    subject: subjectOf(draft, content),
    happened_at: happenedAt,
    deal_id: dealId,
    account_id: settleName(context, accountLookup)?.id ?? null,
    person_id: settleName(context, personLookup)?.id ?? null,
    ...(content === '' ? {} : { content }),
    ...(minutes === null ? {} : { minutes }),
    ...(draft.text('external_id') === '' ? {} : { external_id: draft.text('external_id') }),
  };
}

/** A log often has no subject: then the start of its text, or its kind as written, says it best. */
function subjectOf(draft: RowDraft, content: string): string {
  const [line = ''] = content.split('\n');
  const column = draft.sheet.columns.find(({ field }) => field === 'kind');
  const kind = column === undefined ? '' : String(draft.cells[column.index] ?? '');
  const start = fitLength(line, 60);
  return (
    draft.text('subject') || start || kind || draft.text('deal_name') || draft.text('account_name')
  );
}

async function dealOf({ keys }: Context, draft: RowDraft): Promise<string | null> {
  for (const field of ['deal_external_id', 'deal_name'] as const) {
    const text = draft.text(field);
    if (text === '') continue;
    const id = await keys.idOf(field === 'deal_name' ? 'name' : 'external_id', text);
    if (id === 'many') draft.note('ambiguous_name', field);
    else if (id === undefined) draft.note('not_known', field);
    else return id;
  }
  return null;
}

function previewOf(draft: RowDraft): PreviewCells {
  return [...draft.values].map(([field, value]) => ({ field, value }));
}
