import type {
  ClosedWithin,
  ClosePeriod,
  DealFilter,
  DealStatus,
} from '#shared/contract/deal-filter.ts';
import { type FiscalCalendar, fiscalPeriod, shiftPeriod } from '#shared/domain/dates/fiscal.ts';
import { addDays, type DateRange, type LocalDate } from '#shared/domain/dates/local-date.ts';
import { startOfDay } from '../../../clock.ts';
import type { QueryContext } from '../../../rpc/context.ts';
import { getFiscalCalendar } from '../../settings/fiscal-calendar.ts';
import { listStages, type StageRecord } from '../stages/pipeline.repository.ts';
import type { ResolvedDealFilter } from './deal-filter.repository.ts';

type Reader = Pick<QueryContext, 'db' | 'today'>;

/** Turns periods and states into dates of today, ready for SQL; health stays for its service. */
export async function resolveDealFilter(
  { db, today }: Reader,
  filter: DealFilter,
): Promise<ResolvedDealFilter> {
  const calendar = await getFiscalCalendar({ db });
  const from = closedFrom(filter.closedWithin ?? 'ever', today, calendar);
  return {
    filter,
    today,
    close: closeCondition(filter, today, calendar),
    stages: stagesMeant(filter, await listStages(db), from),
    closedFrom: from,
    nextStep: nextStepBounds(today),
    ids: null,
  };
}

/** Null when every stage is meant, also those of deleted pipelines. */
function stagesMeant(
  { pipelineId, stageIds = [], statuses = [] }: DealFilter,
  stages: readonly StageRecord[],
  from: LocalDate | null,
): ResolvedDealFilter['stages'] {
  const isAny = pipelineId === undefined && stageIds.length === 0 && statuses.length === 0;
  if (isAny && from === null) return null;
  const meant = stages.filter(
    (stage) =>
      (pipelineId === undefined || stage.pipelineId === pipelineId) &&
      (stageIds.length === 0 || stageIds.includes(stage.id)) &&
      (statuses.length === 0 || statuses.includes(stage.kind)),
  );
  const idsOf = (isOpen: boolean) =>
    meant.filter(({ kind }) => (kind === 'open') === isOpen).map(({ id }) => id);
  return { open: idsOf(true), closed: idsOf(false) };
}

/** The same filter for the deals of one stage. */
export function withinStage(
  resolved: ResolvedDealFilter,
  { id, type }: { id: string; type: DealStatus },
): ResolvedDealFilter {
  const { stages } = resolved;
  const list = type === 'open' ? stages?.open : stages?.closed;
  const own = list === undefined || list.includes(id) ? [id] : [];
  return {
    ...resolved,
    stages: type === 'open' ? { open: own, closed: [] } : { open: [], closed: own },
  };
}

/** Moments and days between which a next step is overdue, due or planned. */
export function nextStepBounds(today: LocalDate) {
  const dueOn = addDays(today, 2);
  return { today, startsAt: startOfDay(today), dueOn, dueEndsAt: startOfDay(addDays(dueOn, 1)) };
}

function closeCondition(
  { closePeriod, closeFrom, closeTo }: DealFilter,
  today: LocalDate,
  calendar: FiscalCalendar,
): ResolvedDealFilter['close'] {
  if (closePeriod === undefined) return null;
  if (closePeriod === 'no_date' || closePeriod === 'overdue') return closePeriod;
  if (closePeriod === 'custom') return { startOn: closeFrom ?? null, endOn: closeTo ?? null };
  return periodRange(closePeriod, today, calendar);
}

type NamedPeriod = Exclude<ClosePeriod, 'no_date' | 'overdue' | 'custom'>;

/** The days of a period named by where today lies in it. */
export function periodRange(
  period: NamedPeriod,
  today: LocalDate,
  calendar: FiscalCalendar,
): DateRange {
  const kind = period.endsWith('month') ? 'month' : period.endsWith('quarter') ? 'quarter' : 'year';
  const present = fiscalPeriod(today, kind, calendar);
  return period.startsWith('next') ? shiftPeriod(present, 1, calendar) : present;
}

function closedFrom(
  within: ClosedWithin,
  today: LocalDate,
  calendar: FiscalCalendar,
): LocalDate | null {
  return within === 'ever' ? null : periodRange(within, today, calendar).startOn;
}
