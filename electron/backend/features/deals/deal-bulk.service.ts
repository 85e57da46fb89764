import type {
  BulkChanges,
  BulkEdit,
  BulkOutcome,
  DealSelection,
  RefusedDeal,
} from '#shared/contract/deals.ts';
import { addDays } from '#shared/domain/dates/local-date.ts';
import { applyDealEdit } from '#shared/domain/deals/deal-edit.ts';
import { AppError } from '../../app-error.ts';
import type { CommandContext, QueryContext, TaskContext } from '../../rpc/context.ts';
import * as repository from './deal.repository.ts';
import { toEdit } from './deal-facts.ts';
import { type Refusal, refuseMove } from './deal-move-check.ts';
import { type DealRecord, toDealState, toParticularColumns, toStateColumns } from './deal-row.ts';
import { changeDeals, type DealOrder } from './deal-write.service.ts';
import { listDealIds } from './list/deal-list.service.ts';
import { listStages, type StageRecord } from './stages/pipeline.repository.ts';
import { targetStage } from './stages/target-stage.ts';

const listedRefusals = 100;
/** From here on a deletion is backed up first: more than anyone would enter again by hand. */
const manyDeals = 20;

/** What a bulk edit would do, without doing it. */
export async function previewBulkEdit(
  context: QueryContext,
  input: BulkEdit,
): Promise<BulkOutcome> {
  return (await planBulkEdit(context, input)).outcome;
}

/** Changes the deals it can and names those it cannot; nothing else happens to those. */
export async function bulkEdit(context: CommandContext, input: BulkEdit): Promise<BulkOutcome> {
  const { outcome, orders } = await planBulkEdit(context, input);
  await changeDeals(context, orders);
  context.step.describe({ count: outcome.changed });
  return outcome;
}

/**
 * Deletes a selection in one step of undo.
 *
 * @throws AppError not_found when nothing of it is there (any more), backup_failed, disk_full
 */
export async function deleteDeals(
  context: TaskContext,
  { selection }: { selection: DealSelection },
): Promise<{ count: number }> {
  const ids = await context.read((query) => selectedIds(query, selection));
  if (ids.length >= manyDeals) await context.workspace.backups.ensure('before_delete');
  return context.write('deals.deleteDeals', async ({ db, platform, step }) => {
    const rows = await repository.findDeals(db, ids);
    if (rows.length === 0) throw new AppError('not_found');
    await repository.softDeleteDeals(db, platform, ids);
    step.describe({ name: rows[0]?.name ?? '', count: rows.length });
    return { count: rows.length };
  });
}

type Reader = Pick<QueryContext, 'db' | 'today' | 'platform'>;

async function planBulkEdit(context: Reader, { selection, changes }: BulkEdit) {
  const stages = new Map((await listStages(context.db)).map((stage) => [stage.id, stage]));
  if (changes.stageId !== undefined) targetStage(stages, changes.stageId);
  const rows = await repository.findDeals(context.db, await selectedIds(context, selection));
  const orders: DealOrder[] = [];
  const refused: RefusedDeal[] = [];
  for (const row of rows) {
    const planned = planOne(row, changes, stages);
    if ('code' in planned) refused.push({ id: row.id, name: row.name, ...planned });
    else if (isDifferent(row, planned, { stages, on: context.today })) orders.push(planned);
  }
  const outcome: BulkOutcome = {
    selected: rows.length,
    changed: orders.length,
    unchanged: rows.length - orders.length - refused.length,
    refusedCount: refused.length,
    refused: refused.slice(0, listedRefusals),
  };
  return { outcome, orders };
}

async function selectedIds(context: Reader, selection: BulkEdit['selection']): Promise<string[]> {
  if ('ids' in selection) return selection.ids;
  const sort = { by: 'closeOn', descending: false } as const;
  const ids = await listDealIds(context, { filter: selection.filter, sort });
  const except = new Set(selection.exceptIds);
  return ids.filter((id) => !except.has(id));
}

function planOne(
  row: DealRecord,
  changes: BulkChanges,
  stages: ReadonlyMap<string, StageRecord>,
): DealOrder | Refusal {
  const { stageId, shiftCloseDays, closing, overrideReason, ...facts } = changes;
  const to = stages.get(stageId ?? row.stage_id);
  const { edit, particulars } = toEdit(facts, to?.kind === 'open' ? {} : closing);
  const reason = overrideReason ?? null;
  if (to !== undefined && stageId !== undefined) {
    const refusal = refuseMove({ row, to, edit, particulars, reason }, stages);
    if (refusal !== null) return refusal;
  }
  const close = row.expected_close_on;
  const shifted =
    shiftCloseDays === undefined || close === null
      ? {}
      : { expectedCloseOn: addDays(close, shiftCloseDays) };
  return {
    id: row.id,
    edit: { ...edit, ...shifted, stageId },
    particulars,
    cause: 'bulk',
    reason: to && to.id !== row.stage_id ? reason : null,
  };
}

function isDifferent(
  row: DealRecord,
  { edit, particulars }: DealOrder,
  rules: Parameters<typeof applyDealEdit>[2],
): boolean {
  const { after } = applyDealEdit(toDealState(row), edit, rules);
  const columns = { ...toStateColumns(after), ...toParticularColumns(particulars ?? {}) };
  const present: Record<string, unknown> = row;
  return Object.entries(columns).some(([column, value]) => present[column] !== value);
}
