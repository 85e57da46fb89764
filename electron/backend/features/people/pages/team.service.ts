import type { CoverageRow } from '#shared/contract/coaching-sessions.ts';
import type { CoachingState, Team } from '#shared/contract/people.ts';
import type { QueryContext } from '../../../rpc/context.ts';
import { listCoverage } from '../../coaching/overview.service.ts';
import { listPeople } from '../person.repository.ts';
import { getSalesFigures, sumTeam } from '../sales-figures.service.ts';
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
  const { quotaMinor, quotaPeopleIds, wonMinor, wonCount, attainmentBp, openMinor, openCount } =
    await sumTeam(context, figures);
  return {
    asOf: today,
    quarter: { index, startOn, endOn, year },
    rows,
    totals: {
      quotaMinor,
      quotaPeople: quotaPeopleIds.length,
      wonMinor,
      wonCount,
      attainmentBp,
      openMinor,
      openCount,
    },
  };
}

export function toCoachingState(row: CoverageRow | undefined): CoachingState | null {
  if (row === undefined) return null;
  const { person, cadence, preparedPoints, ...state } = row;
  return { ...cadence, ...state };
}
