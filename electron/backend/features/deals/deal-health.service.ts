import type { DealFilter } from '#shared/contract/deal-filter.ts';
import type { LocalDate } from '#shared/domain/dates/local-date.ts';
import { daysBetween, earlierDate } from '#shared/domain/dates/local-date.ts';
import { type DealFacts, nextStepSignal } from '#shared/domain/deals/deal-facts.ts';
import { type DealHealth, dealHealth, type HealthSettings } from '#shared/domain/deals/health.ts';
import { type StuckReason, type StuckSettings, stuckReasons } from '#shared/domain/deals/stuck.ts';
import { localDateOf } from '../../clock.ts';
import { untilWritten } from '../../database/until-written.ts';
import type { CommandContext, QueryContext } from '../../rpc/context.ts';
import { resolveDealFilter } from './list/deal-filter.service.ts';
import { type HealthRow, listHealthRows } from './list/deal-list.repository.ts';
import { loadStageBenchmarks, type StageBenchmarks } from './stages/stage-benchmark.service.ts';
import { getHealthSettings, getWarningSettings } from './stages/warning-settings.service.ts';

type Reader = Pick<QueryContext, 'db' | 'today'> & Partial<Pick<CommandContext, 'step'>>;

/** Everything the rules need beside the deal itself; load it once for many deals. */
export type HealthMeasure = {
  today: LocalDate;
  settings: HealthSettings;
  stuck: StuckSettings;
  benchmarks: StageBenchmarks;
};

export async function loadHealthMeasure(context: Reader): Promise<HealthMeasure> {
  const { db, today } = context;
  const settings = await getHealthSettings({ db });
  const { stuck } = await getWarningSettings({ db });
  return { today, settings, stuck, benchmarks: await loadStageBenchmarks(context) };
}

/** What the rules look at. A planned activity is a next step as much as a typed one. */
export function toDealFacts(row: HealthRow, today: LocalDate): DealFacts {
  const plannedOn = dayOf(row.next_activity_at);
  const typedOn = row.next_step_on;
  const enteredOn = row.stage_entered_on;
  return {
    stageId: row.stage_id,
    stageDays: enteredOn === null ? null : Math.max(0, daysBetween(enteredOn, today)),
    createdOn: row.opened_on ?? dayOf(row.created_at),
    lastActivityOn: dayOf(row.last_activity_at),
    nextStep: row.next_step,
    nextStepOn: plannedOn && typedOn ? earlierDate(plannedOn, typedOn) : (plannedOn ?? typedOn),
    expectedCloseOn: row.expected_close_on,
    pushes: row.push_count,
  };
}

function dayOf(moment: string | null): LocalDate | null {
  return moment === null ? null : localDateOf(new Date(moment));
}

export function healthOf(
  row: HealthRow,
  measure: HealthMeasure,
  deal = toDealFacts(row, measure.today),
): DealHealth {
  const { today, settings, benchmarks } = measure;
  return dealHealth({ deal, benchmark: benchmarks.ofStage(row.stage_id), today, settings });
}

export function nextStepOf(row: HealthRow, today: LocalDate) {
  const facts = toDealFacts(row, today);
  return { state: nextStepSignal(facts, today), on: facts.nextStepOn };
}

/** Why a deal is stuck; empty when it is not. */
export function stuckReasonsOf(
  row: HealthRow,
  measure: HealthMeasure,
  deal = toDealFacts(row, measure.today),
): StuckReason[] {
  const { today, stuck: settings, benchmarks } = measure;
  return stuckReasons({
    deal,
    own: benchmarks.ownMedian(row.stage_id, row.owner_id),
    team: benchmarks.teamMedian(row.stage_id),
    today,
    settings,
  });
}

/** The median a deal's stay is measured against, and whose it is. */
export function medianFor(
  { stage_id, owner_id }: Pick<HealthRow, 'stage_id' | 'owner_id'>,
  { benchmarks, stuck }: HealthMeasure,
): { days: number | null; basis: 'own' | 'team' } {
  const own = benchmarks.ownMedian(stage_id, owner_id);
  if (own.n >= stuck.minOwnSample) return { days: own.medianDays, basis: 'own' };
  return { days: benchmarks.teamMedian(stage_id).medianDays, basis: 'team' };
}

/** An open deal with what the rules say of it. */
export type MeasuredDeal = {
  dealId: string;
  ownerId: string | null;
  stageId: string;
  amountMinor: number;
  expectedCloseOn: LocalDate | null;
  snoozedUntilOn: LocalDate | null;
  facts: DealFacts;
  health: DealHealth;
  stuck: StuckReason[];
  stageMedian: { days: number | null; basis: 'own' | 'team' };
};

/** Every open deal of a filter with its health and why it is stuck; for risks, briefs and lists. */
export function measureDeals(
  context: Reader,
  filter: DealFilter,
): Promise<readonly MeasuredDeal[]> {
  const name = `measured ${context.today} ${JSON.stringify(filter)}`;
  return untilWritten(context, name, () => measureAfresh(context, filter));
}

async function measureAfresh(context: Reader, filter: DealFilter): Promise<MeasuredDeal[]> {
  const measure = await loadHealthMeasure(context);
  const resolved = await resolveDealFilter(context, { ...filter, health: undefined });
  const rows = await listHealthRows(context.db, resolved);
  const measured = rows.map((row) => toMeasured(row, measure));
  const levels = filter.health ?? [];
  return levels.length === 0
    ? measured
    : measured.filter(({ health }) => levels.includes(health.level));
}

function toMeasured(row: HealthRow, measure: HealthMeasure): MeasuredDeal {
  const facts = toDealFacts(row, measure.today);
  return {
    dealId: row.id,
    ownerId: row.owner_id,
    stageId: row.stage_id,
    amountMinor: row.amount_minor,
    expectedCloseOn: row.expected_close_on,
    snoozedUntilOn: row.snoozed_until_on,
    facts,
    health: healthOf(row, measure, facts),
    stuck: stuckReasonsOf(row, measure, facts),
    stageMedian: medianFor(row, measure),
  };
}
