import type { QuotaCell, QuotaGrid } from '#shared/contract/people.ts';
import type { PersonSummary } from '#shared/contract/person-records.ts';
import {
  type FiscalCalendar,
  type FiscalPeriod,
  fiscalPeriod,
  shiftPeriod,
} from '#shared/domain/dates/fiscal.ts';
import type { DateRange } from '#shared/domain/dates/local-date.ts';
import { sumMinor } from '#shared/domain/money/money.ts';
import { type QuotaSum, quotaWithin } from '#shared/domain/quotas/quota-months.ts';
import { AppError } from '../../app-error.ts';
import type { CommandContext, QueryContext } from '../../rpc/context.ts';
import { getFiscalCalendar } from '../settings/fiscal-calendar.ts';
import * as people from './person.repository.ts';
import { getPerson } from './person.service.ts';
import { listQuotas, putQuota, type Quota } from './quota.repository.ts';

/** Quotas of everyone who is in the team at some time in the fiscal year, by quarter. */
export async function getQuotaGrid(
  context: QueryContext,
  { year }: { year: number | null },
): Promise<QuotaGrid> {
  const quarters = quartersOf(context.today, year, await getFiscalCalendar(context));
  const startOn = quarters[0]?.startOn ?? context.today;
  const endOn = quarters.at(-1)?.endOn ?? context.today;
  const quotas = await listQuotas(context.db, { startOn, endOn });
  const present = await people.listPeople(context.db, { presentOn: startOn });
  const rows = present.map((person) => toQuotaRow(person, quarters, quotas));
  return {
    year: quarters[0]?.year ?? 0,
    quarters: quarters.map(({ index, startOn, endOn }) => ({ index, startOn, endOn })),
    rows,
    totalsMinor: quarters.map((_, at) => knownSum(rows.map((row) => row.amountsMinor[at] ?? null))),
  };
}

/** What the quotas of a person say about some days. */
export async function sumQuotas(
  { db }: Pick<QueryContext, 'db'>,
  { personId, startOn, endOn }: DateRange & { personId: string },
): Promise<QuotaSum> {
  return quotaWithin(await listQuotas(db, { personId, startOn, endOn }), { startOn, endOn });
}

/** The fiscal year in whose grid the quota of a day is set. */
export async function quotaYearOf({ db }: Pick<QueryContext, 'db'>, on: string): Promise<number> {
  return fiscalPeriod(on, 'year', await getFiscalCalendar({ db })).year;
}

export async function setQuotas(
  context: CommandContext,
  { cells }: { cells: readonly QuotaCell[] },
): Promise<void> {
  const calendar = await getFiscalCalendar(context);
  for (const { personId } of cells) await getPerson(context, { personId });
  for (const cell of cells) await setQuota(context, calendar, cell);
  context.step.describe({ count: cells.length });
}

async function setQuota(
  { db, platform }: CommandContext,
  calendar: FiscalCalendar,
  { personId, periodStartOn, amountMinor }: QuotaCell,
): Promise<void> {
  const { startOn, endOn } = fiscalPeriod(periodStartOn, 'quarter', calendar);
  if (startOn !== periodStartOn) throw new AppError('bad_input', { field: 'periodStartOn' });
  await putQuota(db, platform, { personId, startOn, endOn, amountMinor });
}

/** The four quarters of a fiscal year by its name, or of the one today lies in. */
function quartersOf(today: string, year: number | null, calendar: FiscalCalendar): FiscalPeriod[] {
  const current = fiscalPeriod(today, 'year', calendar);
  const wanted = shiftPeriod(current, year === null ? 0 : year - current.year, calendar);
  const first = fiscalPeriod(wanted.startOn, 'quarter', calendar);
  return [0, 1, 2, 3].map((by) => shiftPeriod(first, by, calendar));
}

function toQuotaRow(
  person: PersonSummary,
  quarters: readonly FiscalPeriod[],
  quotas: readonly Quota[],
): QuotaGrid['rows'][number] {
  const own = quotas.filter((quota) => quota.personId === person.id);
  const sums = quarters.map((quarter) => quotaWithin(own, quarter));
  const amountsMinor = sums.map(({ amountMinor }) => amountMinor);
  return {
    person,
    amountsMinor,
    marks: sums.map(({ isDivided, missingMonths }) => ({
      isDivided,
      missingMonths: [...missingMonths],
    })),
    totalMinor: knownSum(amountsMinor),
  };
}

/** The sum of what is known; null when nothing is, since that is not zero. */
function knownSum(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : sumMinor(known);
}
