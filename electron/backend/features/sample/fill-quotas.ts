import { CALENDAR_YEAR, fiscalPeriod, shiftPeriod } from '#shared/domain/dates/fiscal.ts';
import type { LocalDate } from '#shared/domain/dates/local-date.ts';
import type { CommandContext } from '../../rpc/context.ts';
import { setQuotas } from '../people/quota.service.ts';
import type { PlannedDeal } from './plan-deals.ts';
import type { SampleContent } from './sample-content.ts';
import { habits } from './sample-profiles.ts';

/** Quotas are round sums of this many minor units. */
const roundTo = 5_000_000;
const quartersBack = 5;

/**
 * Quotas of the past quarters such that people reached what their habits say, and of this
 * quarter as the mean of the past ones.
 */
export async function fillQuotas(
  context: CommandContext,
  { content, deals, people }: { content: SampleContent; deals: PlannedDeal[]; people: string[] },
): Promise<void> {
  const current = fiscalPeriod(context.today, 'quarter', CALENDAR_YEAR);
  const cells = content.people.flatMap(({ profile }, ownerIndex) => {
    const personId = people[ownerIndex];
    if (personId === undefined) return [];
    const won = Array.from({ length: quartersBack }, (_, back) => {
      const { startOn, endOn } = shiftPeriod(current, back - quartersBack, CALENDAR_YEAR);
      return { startOn, wonMinor: wonBetween(deals, ownerIndex, { startOn, endOn }) };
    });
    const usual = won.reduce((sum, { wonMinor }) => sum + wonMinor, 0) / won.length;
    const { attainment } = habits[profile];
    return [...won, { startOn: current.startOn, wonMinor: usual }].map(({ startOn, wonMinor }) => ({
      personId,
      periodStartOn: startOn,
      amountMinor: round(Math.max(wonMinor, usual * 0.6) / attainment),
    }));
  });
  await setQuotas(context, { cells });
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

function round(amountMinor: number): number {
  return Math.max(roundTo, Math.round(amountMinor / roundTo) * roundTo);
}
