import { CALENDAR_YEAR, fiscalPeriod, shiftPeriod } from '#shared/domain/dates/fiscal.ts';
import { addDays, type LocalDate } from '#shared/domain/dates/local-date.ts';
import type { CommandContext } from '../../rpc/context.ts';
import { setQuotas } from '../people/quota.service.ts';
import type { PlannedDeal } from './plan-deals.ts';
import type { SampleContent } from './sample-content.ts';
import { habits } from './sample-profiles.ts';

const quartersBack = 5;
/** Of a year's quota, what each quarter carries; the last one most. */
const seasons = [0.85, 0.95, 1, 1.2] as const;
/** Nobody's quota is less than this share of the team's mean. */
const least = 0.4;
/** A quarter that went better than this had been given a higher quota. */
const best = 1.35;

/**
 * Quotas of this quarter and the ones before, from when a person joined: what they usually win, such
 * that over time they reach what their habits say.
 */
export async function fillQuotas(
  context: CommandContext,
  { content, deals, people }: { content: SampleContent; deals: PlannedDeal[]; people: string[] },
): Promise<void> {
  const current = fiscalPeriod(context.today, 'quarter', CALENDAR_YEAR);
  const quarters = Array.from({ length: quartersBack + 1 }, (_, back) =>
    shiftPeriod(current, back - quartersBack, CALENDAR_YEAR),
  );
  const won = content.people.map((_, ownerIndex) =>
    quarters.map((quarter) => wonBetween(deals, ownerIndex, quarter)),
  );
  const usual = won.map((sums) => mean(sums.slice(0, quartersBack)));
  const cells = content.people.flatMap(({ profile, joinedMonthsAgo }, index) => {
    const joinedOn = addDays(context.today, -30 * joinedMonthsAgo);
    const base = Math.max(usual[index] ?? 0, mean(usual) * least) / habits[profile].attainment;
    return quarters.flatMap(({ startOn, endOn }, at) => {
      const season = base * (seasons[quarterOfYear(startOn)] ?? 1);
      const amountMinor = round(Math.max(season, (won[index]?.[at] ?? 0) / best));
      return endOn < joinedOn
        ? []
        : [{ personId: people[index] ?? '', periodStartOn: startOn, amountMinor }];
    });
  });
  await setQuotas(context, { cells });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** 0 for the quarter that begins in January. */
function quarterOfYear(startOn: LocalDate): number {
  return Math.floor((Number(startOn.slice(5, 7)) - 1) / 3);
}

function wonBetween(
  deals: readonly PlannedDeal[],
  ownerIndex: number,
  { startOn, endOn }: { startOn: LocalDate; endOn: LocalDate },
): number {
  return deals
    .filter((deal) => deal.ownerIndex === ownerIndex)
    .filter(({ changes }) =>
      changes.some(({ kind, on }) => kind === 'won' && on >= startOn && on <= endOn),
    )
    .reduce((sum, deal) => sum + finalAmount(deal), 0);
}

function finalAmount({ amountMinor, changes }: PlannedDeal): number {
  return changes.reduce(
    (amount, change) => (change.kind === 'amount' ? change.amountMinor : amount),
    amountMinor,
  );
}

/** To a sum that a person would set: two figures, the second a half or a whole. */
function round(amountMinor: number): number {
  const step = 10 ** Math.floor(Math.log10(amountMinor) - 1) * 5;
  return Math.ceil(amountMinor / step) * step;
}
