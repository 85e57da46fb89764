import type { CoverageRow } from '#shared/contract/coaching.ts';
import type { CoachingState, Team, TeamRow } from '#shared/contract/people.ts';
import { sumMinor } from '#shared/domain/money/money.ts';
import { ratioOf } from '#shared/domain/numbers/ratio.ts';
import type { QueryContext } from '../../../rpc/context.ts';
import { listCoverage } from '../../coaching/overview.service.ts';
import { listPeople } from '../person.repository.ts';
import { getSalesFigures } from '../sales-figures.service.ts';
import { countHealth } from './health-counts.ts';

type Reader = Pick<QueryContext, 'db' | 'today'>;

/** Everyone in the team today, with their quarter, their deals' health and their rhythm. */
export async function getTeam(context: Reader): Promise<Team> {
  const { db, today } = context;
  const figures = await getSalesFigures(context, { personId: null });
  const healthOf = await countHealth(context, null);
  const coverage = new Map((await listCoverage(context)).map((row) => [row.person.id, row]));
  const people = await listPeople(db, { presentOn: today });
  const rows = people.map((person) => ({
    person,
    figures: figures.of(person.id),
    health: healthOf(person.id),
    coaching: toCoachingState(coverage.get(person.id)),
  }));
  const { index, startOn, endOn, year } = figures.quarter;
  return { asOf: today, quarter: { index, startOn, endOn, year }, rows, totals: toTotals(rows) };
}

export function toCoachingState(row: CoverageRow | undefined): CoachingState | null {
  if (row === undefined) return null;
  const { person, cadence, preparedPoints, ...state } = row;
  return { ...cadence, ...state };
}

function toTotals(rows: readonly TeamRow[]): Team['totals'] {
  const withQuota = rows.filter(({ figures }) => figures.quotaMinor !== null);
  const quotaMinor = sumMinor(withQuota.map(({ figures }) => figures.quotaMinor ?? 0));
  const wonOfThose = sumMinor(withQuota.map(({ figures }) => figures.wonMinor));
  return {
    quotaMinor: withQuota.length === 0 ? null : quotaMinor,
    wonMinor: sumMinor(rows.map(({ figures }) => figures.wonMinor)),
    attainmentBp: withQuota.length === 0 ? null : ratioOf(wonOfThose, quotaMinor).bp,
    openMinor: sumMinor(rows.map(({ figures }) => figures.openMinor)),
  };
}
