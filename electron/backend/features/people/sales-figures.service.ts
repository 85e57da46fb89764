import { type FiscalPeriod, fiscalPeriod } from '#shared/domain/dates/fiscal.ts';
import { sumMinor } from '#shared/domain/money/money.ts';
import { ratioOf } from '#shared/domain/numbers/ratio.ts';
import { divideRounded, toSafeInteger } from '#shared/domain/numbers/round.ts';
import { quotaWithin } from '#shared/domain/quotas/quota-months.ts';
import type { QueryContext } from '../../rpc/context.ts';
import { getFiscalCalendar } from '../settings/fiscal-calendar.ts';
import { listPeople } from './person.repository.ts';
import { listQuotas } from './quota.repository.ts';
import * as repository from './sales-figures.repository.ts';

/** A person's quarter in figures; null where one is not known, which is never zero. */
export type SalesFigures = {
  quotaMinor: number | null;
  wonMinor: number;
  wonCount: number;
  /** Won ÷ quota, uncapped. */
  attainmentBp: number | null;
  /** Quota less won; 0 once it is reached. */
  gapMinor: number | null;
  openMinor: number;
  openCount: number;
  /** Open pipeline ÷ gap in hundredths; null without a gap to fill. */
  coveragePct: number | null;
  /** Won plus the weighted open deals that are to close by the end of the quarter. */
  forecastMinor: number;
};

export type FiguresOfPeople = {
  quarter: FiscalPeriod;
  of(personId: string): SalesFigures;
};

type Reader = Pick<QueryContext, 'db' | 'today'>;

/** The figures of this fiscal quarter, of one person or of everyone. */
export async function getSalesFigures(
  context: Reader,
  { personId }: { personId: string | null },
): Promise<FiguresOfPeople> {
  const { db, today } = context;
  const quarter = fiscalPeriod(today, 'quarter', await getFiscalCalendar(context));
  const quotas = Map.groupBy(
    await listQuotas(db, { ...quarter, ...(personId === null ? {} : { personId }) }),
    (quota) => quota.personId,
  );
  const won = await repository.sumWon(db, quarter, personId);
  const open = await repository.sumOpen(db, quarter, personId);
  return {
    quarter,
    of(id) {
      // What was won in a whole quarter is measured by no part of its quota.
      const { amountMinor, missingMonths } = quotaWithin(quotas.get(id) ?? [], quarter);
      const quotaMinor = missingMonths.length === 0 ? amountMinor : null;
      return toFigures(quotaMinor, won.get(id) ?? nothing, open.get(id) ?? nothing);
    },
  };
}

/** True when the person ever owned a deal. */
export function hasDeals({ db }: Pick<QueryContext, 'db'>, personId: string): Promise<boolean> {
  return repository.hasDeals(db, personId);
}

type TeamFigures = Omit<SalesFigures, 'coveragePct'> & {
  /** Everyone who was in the team on any day of the quarter. */
  peopleIds: string[];
  /** Those of them with a quota; attainment and gap are theirs alone. */
  quotaPeopleIds: string[];
  /** Won by people with a quota. */
  quotaWonMinor: number;
};

/** The quarter of the team: of all who were there in it, for what was won stays won. */
export async function sumTeam({ db }: Reader, all: FiguresOfPeople): Promise<TeamFigures> {
  const people = await listPeople(db, { presentOn: all.quarter.startOn });
  const figures = people.map(({ id }) => ({ id, ...all.of(id) }));
  const withQuota = figures.filter(({ quotaMinor }) => quotaMinor !== null);
  const quotaMinor =
    withQuota.length === 0 ? null : sumMinor(withQuota.map((own) => own.quotaMinor ?? 0));
  const quotaWonMinor = sumMinor(withQuota.map(({ wonMinor }) => wonMinor));
  const count = (of: 'wonCount' | 'openCount') => figures.reduce((sum, own) => sum + own[of], 0);
  const minor = (of: 'wonMinor' | 'openMinor' | 'forecastMinor') =>
    sumMinor(figures.map((own) => own[of]));
  return {
    peopleIds: people.map(({ id }) => id),
    quotaPeopleIds: withQuota.map(({ id }) => id),
    ...againstQuota(quotaMinor, quotaWonMinor),
    quotaWonMinor,
    wonMinor: minor('wonMinor'),
    wonCount: count('wonCount'),
    openMinor: minor('openMinor'),
    openCount: count('openCount'),
    forecastMinor: minor('forecastMinor'),
  };
}

const nothing = { count: 0, amountMinor: 0, weightedMinor: 0 };

function toFigures(
  quotaMinor: number | null,
  won: repository.Tally,
  open: repository.OpenTally,
): SalesFigures {
  const quota = againstQuota(quotaMinor, won.amountMinor);
  return {
    ...quota,
    wonMinor: won.amountMinor,
    wonCount: won.count,
    openMinor: open.amountMinor,
    openCount: open.count,
    coveragePct: coverage(open.amountMinor, quota.gapMinor),
    forecastMinor: won.amountMinor + open.weightedMinor,
  };
}

/** How far what was won reaches; without a quota nothing is known, which is never zero. */
function againstQuota(
  quotaMinor: number | null,
  wonMinor: number,
): Pick<SalesFigures, 'quotaMinor' | 'attainmentBp' | 'gapMinor'> {
  if (quotaMinor === null) return { quotaMinor, attainmentBp: null, gapMinor: null };
  return {
    quotaMinor,
    attainmentBp: ratioOf(wonMinor, quotaMinor).bp,
    gapMinor: Math.max(0, quotaMinor - wonMinor),
  };
}

/** 1,630,000 open for a gap of 550,000 → 296. */
function coverage(openMinor: number, gapMinor: number | null): number | null {
  if (gapMinor === null || gapMinor === 0) return null;
  return toSafeInteger(divideRounded(BigInt(openMinor) * 100n, BigInt(gapMinor)));
}
