import { sql } from 'kysely';
import type { DateRange } from '#shared/domain/dates/local-date.ts';
import { divideRounded, toSafeInteger } from '#shared/domain/numbers/round.ts';
import type { ReadDb } from '../../database/db.ts';

export type Tally = { count: number; amountMinor: number };

/** Deals that a person won in a stretch of days; one entry for each person with any. */
export async function sumWon(
  db: ReadDb,
  { startOn, endOn }: DateRange,
  personId: string | null,
): Promise<Map<string, Tally>> {
  const { rows } = await sql<Tally & { personId: string }>`
    select owner_id as personId, count(*) as count, sum(amount_minor) as amountMinor
    from deal
    where deleted_at is null and status = 'won' and close_on >= ${startOn}
      and close_on <= ${endOn} and owner_id is not null ${onlyOf(personId)}
    group by owner_id`.execute(db);
  return byPerson(rows);
}

export type OpenTally = Tally & {
  /** Σ amount × probability of those expected to close by the end of the stretch, rounded once. */
  weightedMinor: number;
};

type OpenRow = Tally & { personId: string; wholes: number; parts: number };

/** Open deals by owner, and the weighted sum of those that are to close by a day. */
export async function sumOpen(
  db: ReadDb,
  { endOn }: Pick<DateRange, 'endOn'>,
  personId: string | null,
): Promise<Map<string, OpenTally>> {
  const isDue = sql`close_on <= ${endOn}`;
  const { rows } = await sql<OpenRow>`
    select owner_id as personId, count(*) as count, sum(amount_minor) as amountMinor,
      coalesce(sum(case when ${isDue} then amount_minor / 10000 * probability_bp end), 0) as wholes,
      coalesce(sum(case when ${isDue} then amount_minor % 10000 * probability_bp end), 0) as parts
    from deal
    where deleted_at is null and status = 'open' and owner_id is not null ${onlyOf(personId)}
    group by owner_id`.execute(db);
  return byPerson(
    rows.map(({ wholes, parts, ...row }) => ({ ...row, weightedMinor: weighted(wholes, parts) })),
  );
}

/** True when the person ever owned a deal. */
export async function hasDeals(db: ReadDb, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from deal where owner_id = ${personId} and deleted_at is null
    union all select 1 from deal_change where from_owner_id = ${personId} limit 1`.execute(db);
  return rows.length > 0;
}

const onlyOf = (personId: string | null) =>
  personId === null ? sql`` : sql`and owner_id = ${personId}`;

/** Exact in 64 bits: products are summed as whole minor units and ten-thousandths of one. */
function weighted(wholes: number, parts: number): number {
  return toSafeInteger(divideRounded(BigInt(wholes) * 10_000n + BigInt(parts), 10_000n));
}

function byPerson<Row extends { personId: string }>(
  rows: readonly Row[],
): Map<string, Omit<Row, 'personId'>> {
  return new Map(rows.map(({ personId, ...row }) => [personId, row]));
}
