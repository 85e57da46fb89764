import type { Deal, DealChange } from '#shared/contract/deal-records.ts';
import {
  countMoves,
  daysInStages,
  type StageVisit,
  stageVisits,
} from '#shared/domain/deals/stage-history.ts';
import { AppError } from '../../app-error.ts';
import { localDateOf } from '../../clock.ts';
import type { QueryContext } from '../../rpc/context.ts';
import { listPeopleNames } from './deal.repository.ts';
import type { DealChangeRow } from './deal.table.ts';
import { type HealthMeasure, loadHealthMeasure, medianFor } from './deal-health.service.ts';
import * as repository from './deal-history.repository.ts';
import { type DealListRow, listRows } from './list/deal-list.repository.ts';
import { toDealSummary } from './list/deal-summary.service.ts';
import { listStages, type StageRecord } from './stages/pipeline.repository.ts';

/** Everything the page of one deal shows but its activities. @throws AppError not_found */
export async function getDeal(context: QueryContext, { id }: { id: string }): Promise<Deal> {
  const { db } = context;
  const details = await repository.findDetails(db, id);
  const [row] = await listRows(db, [id]);
  if (details === undefined || row === undefined) throw new AppError('not_found');
  const measure = await loadHealthMeasure(context);
  const stages = await listStages(db);
  const changes = await repository.listChanges(db, id);
  const stage = stages.find((one) => one.id === row.stage_id);
  return {
    ...toDealSummary(row, measure),
    pipelineId: row.pipeline_id,
    nextStepText: row.next_step ?? '',
    nextStepOn: row.next_step_on,
    lossCompetitor: details.loss_competitor ?? '',
    closeNote: details.close_note,
    note: details.note,
    snoozeReason: details.snooze_reason ?? '',
    nextActivityAt: row.next_activity_at,
    stageProbabilityBp: stage?.probabilityBp ?? row.probability_bp,
    stageForecastCategory: stage?.forecastCategory ?? row.forecast_category,
    ...pathOf(row, { changes, stages, measure }),
    changes: await toChanges(context, changes),
    createdAt: row.created_at,
  };
}

type PathSources = {
  changes: readonly DealChangeRow[];
  stages: readonly StageRecord[];
  measure: HealthMeasure;
};

/** Days in each stage of the pipeline, from the history. */
function pathOf(row: DealListRow, { changes, stages, measure }: PathSources) {
  const until = row.closed_on ?? measure.today;
  const visits = stageVisits(entriesOf(row, changes), until);
  const days = daysInStages(visits);
  const path = stages
    .filter(({ pipelineId }) => pipelineId === row.pipeline_id)
    .map(({ id }) => ({
      stageId: id,
      days: days.get(id) ?? null,
      visits: visits.filter(({ stageId }) => stageId === id).length,
      medianDays: medianFor({ stage_id: id, owner_id: row.owner_id }, measure).days,
    }));
  return { path, backMoves: countMoves(visits, stages).back };
}

/** When the deal entered each stage; the first entry is unknown where the row does not know it. */
function entriesOf(
  row: DealListRow,
  changes: readonly DealChangeRow[],
): { stageId: StageVisit['stageId']; on: string }[] {
  const entries = changes
    .filter((change) => change.from_stage_id !== change.to_stage_id)
    .map((change) => ({
      stageId: change.to_stage_id,
      on: localDateOf(new Date(change.changed_at)),
    }));
  const last = entries.at(-1);
  if (last === undefined || row.stage_entered_on === null) return entries.slice(0, -1);
  return [...entries.slice(0, -1), { ...last, on: row.stage_entered_on }];
}

async function toChanges(
  { db }: QueryContext,
  rows: readonly DealChangeRow[],
): Promise<DealChange[]> {
  const owners = rows.flatMap((row) => [row.from_owner_id ?? [], row.to_owner_id ?? []].flat());
  const names = await listPeopleNames(db, owners);
  const owner = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '' });
  return rows.toReversed().map((row) => ({
    id: row.id,
    at: row.changed_at,
    cause: row.cause,
    before: toStateBefore(row, owner),
    after: {
      stageId: row.to_stage_id,
      status: row.to_status,
      amountMinor: row.to_amount_minor,
      probabilityBp: row.to_probability_bp,
      forecastCategory: row.to_forecast_category,
      expectedCloseOn: row.to_expected_close_on,
      owner: owner(row.to_owner_id),
    },
    daysInFromStage: row.days_in_from_stage,
    reason: row.reason,
  }));
}

function toStateBefore(
  row: DealChangeRow,
  owner: (id: string | null) => { id: string; name: string } | null,
): DealChange['before'] {
  if (row.from_stage_id === null || row.from_status === null) return null;
  return {
    stageId: row.from_stage_id,
    status: row.from_status,
    amountMinor: row.from_amount_minor ?? 0,
    probabilityBp: row.from_probability_bp ?? 0,
    forecastCategory: row.from_forecast_category ?? 'omitted',
    expectedCloseOn: row.from_expected_close_on,
    owner: owner(row.from_owner_id),
  };
}

export async function listChoices({ db }: QueryContext) {
  return {
    sources: await repository.listChoices(db, 'source'),
    lossReasons: await repository.listChoices(db, 'loss_reason'),
    competitors: await repository.listChoices(db, 'loss_competitor'),
    teams: await repository.listTeams(db),
  };
}
