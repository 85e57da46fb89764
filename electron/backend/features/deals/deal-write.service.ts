import { daysBetween } from '#shared/domain/dates/local-date.ts';
import {
  type AppliedDealEdit,
  applyDealEdit,
  type DealEdit,
  type DealState,
} from '#shared/domain/deals/deal-edit.ts';
import { AppError } from '../../app-error.ts';
import { localDateOf } from '../../clock.ts';
import type { ReadDb } from '../../database/db.ts';
import { newRecord } from '../../database/new-record.ts';
import type { Platform } from '../../platform.ts';
import type { CommandContext } from '../../rpc/context.ts';
import * as repository from './deal.repository.ts';
import type { DealChangeRow } from './deal.table.ts';
import {
  type DealParticulars,
  type DealRecord,
  noParticulars,
  toChangeColumns,
  toDealState,
  toParticularColumns,
  toStateColumns,
} from './deal-row.ts';
import { listStages, type StageRecord } from './stages/pipeline.repository.ts';
import { targetStage } from './stages/target-stage.ts';

/** Less than a command has, so that an import can write from a thread of its own. */
type WriteContext = Pick<CommandContext, 'db'> & { platform: Pick<Platform, 'newId' | 'now'> };

/** One change of a deal as it happened. */
export type DealEvent = {
  edit: DealEdit;
  /** Now, unless the change happened before it was written. */
  changedAt?: string | undefined;
  /** Takes the place of what the change looks like. */
  cause?: 'imported' | 'bulk' | undefined;
  reason?: string | null | undefined;
};

export type DealOrder = DealEvent & { id: string; particulars?: Partial<DealParticulars> };

export type DealDraft = {
  /** When something else refers to the deal before it is written. */
  id?: string;
  particulars: Partial<DealParticulars> & { name: string };
  /** From its creation on, in the order it happened; the first names the stage. */
  history: readonly [DealEvent, ...DealEvent[]];
};

/** What became of one deal. */
export type DealOutcome = { id: string; before: DealState; after: DealState; isChanged: boolean };

/**
 * Changes deals: the only way, for drag, form, bulk edit, import and sample alike. Orders for one
 * deal are carried out one after another.
 *
 * @throws AppError not_found, stage_deleted
 */
export async function changeDeals(
  context: WriteContext,
  orders: readonly DealOrder[],
): Promise<DealOutcome[]> {
  const { db, platform } = context;
  const rules = await rulesOf(context);
  const rows = await repository.findDeals(db, [...new Set(orders.map(({ id }) => id))]);
  const work = new Map(rows.map((row) => [row.id, startWork(row)]));
  for (const order of orders) {
    const deal = work.get(order.id);
    if (deal === undefined) throw new AppError('not_found');
    carryOut(deal, order, rules);
  }
  const deals = [...work.values()];
  await repository.updateDeals(db, platform, deals.map(rowChange));
  await repository.insertDealChanges(db, deals.flatMap(finishedChanges));
  await keepStaysRight(context, deals);
  return deals.map((deal) => ({
    id: deal.row.id,
    before: toDealState(deal.row),
    after: deal.state,
    isChanged: Object.keys(rowChange(deal).changes).length > 0,
  }));
}

/** Deals as the import compares them with its rows; deleted ones too, for those must not return. */
export function findDealRecords(
  { db }: { db: ReadDb },
  by: { column: 'id' | 'external_id'; values: readonly string[] },
): Promise<DealRecord[]> {
  return repository.findDealsBy(db, by);
}

/**
 * Makes deals with their whole history.
 *
 * @returns their ids in the order of the drafts
 * @throws AppError not_found, stage_deleted
 */
export async function createDeals(
  context: WriteContext,
  drafts: readonly DealDraft[],
): Promise<string[]> {
  const { db, platform } = context;
  const rules = await rulesOf(context);
  const made = drafts.map((draft) => make(draft, rules));
  await repository.insertDeals(
    db,
    made.map(({ row }) => row),
  );
  await repository.insertDealChanges(db, made.flatMap(finishedChanges));
  return made.map(({ row }) => row.id);

  function make(draft: DealDraft, by: Rules) {
    const fresh = newRecord(platform);
    const record = { ...fresh, id: draft.id ?? fresh.id };
    const changes: ChangeDraft[] = [];
    let state: DealState | null = null;
    for (const event of draft.history)
      state = apply(event, { dealId: record.id, state, changes, by });
    if (state === null) throw new RangeError('a deal needs a history');
    const particulars = { ...noParticulars, ...toParticularColumns(draft.particulars) };
    return {
      row: {
        ...record,
        ...particulars,
        ...toStateColumns(state),
        pipeline_id: by.pipelineOf(state.stageId),
        last_activity_at: null,
        next_activity_at: null,
      },
      state,
      changes,
    };
  }
}

type Rules = {
  stages: ReadonlyMap<string, StageRecord>;
  pipelineOf(stageId: string): string;
  platform: WriteContext['platform'];
};

async function rulesOf({ db, platform }: WriteContext): Promise<Rules> {
  const stages = new Map((await listStages(db)).map((stage) => [stage.id, stage]));
  const pipelineOf = (stageId: string) => stages.get(stageId)?.pipelineId ?? '';
  return { stages, pipelineOf, platform };
}

type ChangeDraft = DealChangeRow;
type Work = {
  row: DealRecord;
  state: DealState;
  columns: Record<string, string | number | null>;
  changes: ChangeDraft[];
};

function startWork(row: DealRecord): Work {
  return { row, state: toDealState(row), columns: {}, changes: [] };
}

function carryOut(deal: Work, order: DealOrder, by: Rules): void {
  const { state, changes } = deal;
  deal.state = apply(order, { dealId: order.id, state, changes, by });
  const particulars = { ...order.particulars, ...endedBy(state, deal.state) };
  Object.assign(deal.columns, toParticularColumns(particulars), {
    ...toStateColumns(deal.state),
    pipeline_id: by.pipelineOf(deal.state.stageId),
  });
}

/** Why it was lost is no longer true of a deal that is not lost; the history keeps that it was. */
function endedBy(before: DealState, after: DealState): Partial<DealParticulars> {
  const isNoLongerLost = before.status === 'lost' && after.status !== 'lost';
  return {
    ...(isNoLongerLost ? { lossReason: null, lossCompetitor: null } : {}),
    ...(after.status === 'open' ? {} : { snoozedUntilOn: null, snoozeReason: null }),
  };
}

/** Applies one event and notes it for the history. */
function apply(
  { edit, changedAt, cause, reason }: DealEvent,
  target: { dealId: string; state: DealState | null; changes: ChangeDraft[]; by: Rules },
): DealState {
  const { dealId, state, changes, by } = target;
  if (edit.stageId !== undefined) targetStage(by.stages, edit.stageId);
  const at = changedAt ?? by.platform.now().toISOString();
  const applied: AppliedDealEdit = applyDealEdit(state, edit, {
    stages: by.stages,
    on: localDateOf(new Date(at)),
  });
  if (applied.isTracked || (reason ?? null) !== null) {
    changes.push({
      ...newRecord(by.platform),
      deal_id: dealId,
      changed_at: at,
      cause: cause ?? applied.cause,
      reason: reason ?? null,
      ...toChangeColumns(state, applied),
      stay_outcome: null,
    });
  }
  return applied.after;
}

function rowChange({ row, columns }: Work) {
  const present: Record<string, unknown> = row;
  const different = Object.entries(columns).filter(([column, value]) => present[column] !== value);
  return { id: row.id, changes: Object.fromEntries(different) };
}

function finishedChanges({ state, changes }: Pick<Work, 'state' | 'changes'>): ChangeDraft[] {
  const outcome = state.status === 'open' ? null : state.status;
  return changes.map((change) => ({
    ...change,
    stay_outcome: change.days_in_from_stage === null ? null : outcome,
  }));
}

/** Medians and percentiles read the stays of closed deals, so those say how the deal ended. */
async function keepStaysRight({ db, platform }: WriteContext, deals: readonly Work[]) {
  const turned = deals.filter(({ row, state }) => row.status !== state.status);
  for (const outcome of ['won', 'lost', null] as const) {
    const dealIds = turned
      .filter(({ state }) => state.status === (outcome ?? 'open'))
      .map(({ row }) => row.id);
    await repository.updateStayOutcome(db, platform, { dealIds, outcome });
  }
  for (const { row, state } of deals) {
    const [from, to] = [row.closed_on, state.closedOn];
    if (from === null || to === null || from === to || row.stage_id !== state.stageId) continue;
    await repository.shiftLastStay(db, platform, { dealId: row.id, days: daysBetween(from, to) });
  }
}
