import type { z } from 'zod';
import type { RiskDetail, RiskSuggestion, riskRule } from '#shared/contract/risks.ts';
import type { HealthReason } from '#shared/domain/deals/health.ts';
import { createTranslator, type Translator } from '#shared/i18n/index.ts';
import { AppError } from '../../app-error.ts';
import type { CommandContext, QueryContext } from '../../rpc/context.ts';
import { type MeasuredDeal, measureDeals } from '../deals/deal-health.service.ts';
import { getSettings } from '../settings/settings.service.ts';
import { addRisk, describeRisk, getRisk } from './risk.service.ts';
import {
  type DealNames,
  insertDismissal,
  listDealNames,
  listHandledDealIds,
} from './risk-suggestion.repository.ts';

const listed = 200;

type Rule = z.infer<typeof riskRule>;
type Suggested = MeasuredDeal & { reasons: RiskSuggestion['reasons'] };

/**
 * Open deals in danger by their health, for one of the four reasons that need no new data. The
 * machine proposes; the manager takes a deal into the register or dismisses it with a reason.
 */
export async function listSuggestions(context: QueryContext) {
  const suggested = await findSuggested(context);
  const names = await namesOf(
    context,
    suggested.slice(0, listed).map((deal) => deal.dealId),
  );
  const suggestions = suggested.flatMap((deal) => {
    const name = names.get(deal.dealId);
    return name === undefined ? [] : [toSuggestion(deal, name)];
  });
  return { suggestions, total: suggested.length };
}

export async function dismissSuggestion(
  context: CommandContext,
  dismissal: { dealId: string; reason: string; untilOn: string },
): Promise<void> {
  const name = (await namesOf(context, [dismissal.dealId])).get(dismissal.dealId);
  if (name === undefined) throw new AppError('not_found');
  await insertDismissal(context, dismissal);
  context.step.describe({ name: name.name });
}

export async function acceptSuggestions(
  context: CommandContext,
  { dealIds }: { dealIds: readonly string[] },
): Promise<RiskDetail[]> {
  const wanted = new Set(dealIds);
  const deals = (await findSuggested(context)).filter((deal) => wanted.has(deal.dealId));
  const names = await namesOf(context, dealIds);
  const { language, currency } = await getSettings(context);
  const t = createTranslator(language, currency);
  const taken: RiskDetail[] = [];
  for (const deal of deals) {
    const name = names.get(deal.dealId)?.name ?? '';
    taken.push(await takeUp(context, { deal, name, t }));
  }
  context.step.describe({ count: taken.length });
  return taken;
}

async function takeUp(
  context: CommandContext,
  { deal, name, t }: { deal: Suggested; name: string; t: Translator },
): Promise<RiskDetail> {
  const risk = await addRisk(context, {
    title: t('risks:suggestion.title', { name }),
    kind: 'threat',
    category: 'deal',
    ownerId: deal.ownerId,
    current: null,
    links: [{ kind: 'deal', id: deal.dealId }],
    ruleCode: deal.reasons[0]?.rule ?? null,
  });
  const cause = deal.reasons.map(({ rule, value }) =>
    t(`risks:rule.${rule}`, { count: value ?? 0 }),
  );
  await describeRisk(context, { id: risk.id, story: { cause: cause.join('\n') } });
  return getRisk(context, { id: risk.id });
}

async function findSuggested(context: Pick<QueryContext, 'db' | 'today'>): Promise<Suggested[]> {
  const handled = await listHandledDealIds(context.db, context.today);
  const measured = await measureDeals(context, {
    statuses: ['open'],
    health: ['at_risk', 'critical'],
  });
  return measured
    .filter((deal) => !handled.has(deal.dealId) && !isSnoozed(deal, context.today))
    .map((deal) => ({ ...deal, reasons: reasonsOf(deal.health.reasons) }))
    .filter((deal) => deal.reasons.length > 0)
    .sort((a, b) => b.health.score - a.health.score || b.amountMinor - a.amountMinor);
}

function isSnoozed({ snoozedUntilOn }: MeasuredDeal, today: string): boolean {
  return snoozedUntilOn !== null && snoozedUntilOn >= today;
}

function reasonsOf(reasons: readonly HealthReason[]): RiskSuggestion['reasons'] {
  return [...reasons].sort((a, b) => b.points - a.points).flatMap(toReason);
}

function toReason(reason: HealthReason): { rule: Rule; value: number | null }[] {
  switch (reason.code) {
    case 'no_activity':
      return [{ rule: 'no_activity', value: reason.days }];
    case 'no_next_step':
      return [{ rule: 'no_next_step', value: null }];
    case 'close_date_passed':
      return [{ rule: 'close_date_passed', value: reason.days }];
    case 'pushed':
      return [{ rule: 'pushed', value: reason.times }];
    case 'next_step_overdue':
    case 'stage_age':
      return [];
  }
}

async function namesOf(
  { db }: Pick<QueryContext, 'db'>,
  dealIds: readonly string[],
): Promise<Map<string, DealNames>> {
  if (dealIds.length === 0) return new Map();
  const rows = await listDealNames(db, dealIds);
  return new Map(rows.map((row) => [row.id, row]));
}

function toSuggestion(deal: Suggested, names: DealNames): RiskSuggestion {
  return {
    dealId: deal.dealId,
    dealName: names.name,
    accountName: names.account_name,
    ownerName: names.owner_name,
    amountMinor: deal.amountMinor,
    level: deal.health.level === 'critical' ? 'critical' : 'at_risk',
    score: deal.health.score,
    reasons: deal.reasons,
  };
}
