import type {
  BriefActivity,
  BriefDealChange,
  BriefMove,
  StuckReason,
  TalkingFact,
} from '#shared/contract/coaching-brief.ts';
import type { Language } from '#shared/contract/fields.ts';
import { assertNever } from '#shared/domain/assert-never.ts';
import type { CurrencyCode } from '#shared/domain/money/currency.ts';
import { createFormat, type Format } from './format.ts';
import { createTranslator, type Translator } from './index.ts';
import { lossReasonWords } from './loss-reason-words.ts';

/** The facts of a brief in words, the same on the screen, on paper and in a mail. */
export type CoachingWords = {
  fact(fact: TalkingFact): string;
  reason(reason: StuckReason): string;
  reasons(reasons: readonly StuckReason[]): string;
  change(change: BriefDealChange): string;
  /** All that changed about a deal, without its name. */
  move(move: BriefMove): string;
  /** 4.0/周，比平时 6.3 −36% ▼ */
  trend(trend: BriefActivity): string;
};

type Tools = { t: Translator; format: Format; language: Language };

export function coachingWords(language: Language, currency: CurrencyCode): CoachingWords {
  const tools: Tools = {
    t: createTranslator(language, currency),
    format: createFormat(language, currency),
    language,
  };
  const reason = (one: StuckReason) => reasonWords(one, tools);
  const change = (one: BriefDealChange) => changeWords(one, tools);
  const reasons = (all: readonly StuckReason[]) => all.map(reason).join(tools.t('facts:mark.list'));
  return {
    reason,
    reasons,
    change,
    fact: (fact) => factWords(fact, { ...tools, reasons }),
    move: (move) => moveWords(move, { ...tools, change }),
    trend: (trend) => trendWords(trend, tools),
  };
}

function factWords(fact: TalkingFact, tools: Tools & Pick<CoachingWords, 'reasons'>): string {
  const { t, format } = tools;
  switch (fact.rule) {
    case 'overdue_commitment':
      return t(`facts:fact.overdue_commitment.${fact.owner}`, {
        text: fact.text,
        count: fact.overdueDays,
      });
    case 'stuck_deal':
      return t('facts:fact.stuck_deal', {
        name: fact.name,
        amount: format.moneyShort(fact.amountMinor),
        reasons: tools.reasons(fact.reasons),
      });
    case 'baseline_drop':
      return t(`facts:fact.baseline_drop.${fact.measure}`, {
        mean: format.score(fact.meanMilli, 1),
        recent: format.score(fact.recentMilli, 1),
        change: format.percent(fact.deltaBp / 10_000),
      });
    case 'praise_won':
      return t('facts:fact.praise_won', {
        name: fact.name,
        amount: format.moneyShort(fact.amountMinor),
        on: format.dateShort(fact.wonOn),
      });
    case 'praise_kept':
      return t('facts:fact.praise_kept', {
        text: fact.text,
        on: format.dateShort(fact.closedOn),
      });
    default:
      return assertNever(fact);
  }
}

function reasonWords(reason: StuckReason, { t, format }: Tools): string {
  switch (reason.code) {
    case 'slow_stage':
      return t('facts:reason.slow_stage', {
        count: reason.days,
        median: format.number(reason.medianDays),
      });
    case 'no_activity':
      return t('facts:reason.no_activity', { count: reason.days });
    case 'pushed':
      return t('facts:reason.pushed', { count: reason.times });
    case 'close_date_passed':
      return t('facts:reason.close_date_passed', { count: reason.days });
    case 'no_next_step':
      return t('facts:reason.no_next_step');
    default:
      return assertNever(reason);
  }
}

function changeWords(change: BriefDealChange, { t, format, language }: Tools): string {
  switch (change.kind) {
    case 'stage_forward':
    case 'stage_back':
      return t(`facts:change.${change.kind}`, {
        from: change.from[language],
        to: change.to[language],
      });
    case 'amount': {
      const [from, to] = [format.moneyShort(change.fromMinor), format.moneyShort(change.toMinor)];
      // In full where the short form of both is the same.
      if (from !== to) return t('facts:change.amount', { from, to });
      const full = { from: format.money(change.fromMinor), to: format.money(change.toMinor) };
      return t('facts:change.amount', full);
    }
    case 'close_date': {
      const day = (on: string | null) =>
        on === null ? t('facts:mark.noDate') : format.dateShort(on);
      return t('facts:change.close_date', { from: day(change.fromOn), to: day(change.toOn) });
    }
    default:
      return t(`facts:change.${change.kind}`, { amount: format.moneyShort(change.amountMinor) });
  }
}

function moveWords(move: BriefMove, { t, change }: Tools & Pick<CoachingWords, 'change'>): string {
  const parts = move.changes.map(change);
  if (move.pushes > 1) parts.push(t('facts:change.pushes', { count: move.pushes }));
  if (move.lossReason !== '')
    parts.push(lossReasonWords(move.lossReason, (code) => t(`deals:lossReason.${code}`)));
  return parts.join(t('facts:mark.list'));
}

function trendWords(trend: BriefActivity, { t, format }: Tools): string {
  const { recentMilli, meanMilli, deltaBp, flag, n } = trend;
  if (meanMilli === null) return t('facts:trend.tooShort', { count: n });
  const mean = format.score(meanMilli, 1);
  if (recentMilli === null || deltaBp === null) return t('facts:trend.mean', { mean, count: n });
  const sign = deltaBp > 0 ? '+' : '';
  const arrow = flag === null ? '' : flag === 'down' ? ' ▼' : ' ▲';
  return t('facts:trend.change', {
    recent: format.score(recentMilli, 1),
    mean,
    change: `${sign}${format.percent(deltaBp / 10_000)}${arrow}`,
    count: n,
  });
}
