import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import type { FinaliseProblemView } from '#shared/contract/review-score.ts';
import type { KpiUnit, ReviewTemplateItem } from '#shared/contract/review-template.ts';
import type { EvidenceFacts, EvidenceKind, Review } from '#shared/contract/reviews.ts';
import { periodName } from '#shared/domain/reviews/period-name.ts';
import { entriesOf, problemKey, type ReviewEntry } from './review-entries.ts';

const sessionTypes = [
  'one_on_one',
  'deal',
  'skill',
  'field_visit',
  'career',
  'pip_checkin',
] as const;

/** What a review's screens say, in the language of the page. */
export function useReviewWords() {
  const { t, i18n } = useTranslation('reviews');
  const format = useFormat();
  const { fiscalYearStartMonth } = useSettings();
  const isChinese = i18n.language !== 'en';
  const pick = (zh = '', en = '') => (isChinese ? zh : en);
  const itemName = ({ nameZh, nameEn }: Pick<ReviewTemplateItem, 'nameZh' | 'nameEn'>) =>
    pick(nameZh, nameEn);

  const entryName = (entry: ReviewEntry) => {
    if (entry.kind === 'item' || entry.kind === 'points') return itemName(entry.item);
    return t(`entry.${entry.kind}`);
  };

  return {
    pick,
    itemName,
    entryName,
    period: ({ periodStartOn: startOn, periodEndOn: endOn }: PeriodOf) =>
      periodName({ startOn, endOn }, { startMonth: fiscalYearStartMonth, yearNamedBy: 'start' }),
    kpi: (value: string | null, unit: KpiUnit | undefined) => {
      if (value === null) return '–';
      if (unit === 'money') return format.money(Number(value));
      const figure = format.number(Number(value), value.split('.')[1]?.length ?? 0);
      return unit === 'percent' ? `${figure}%` : figure;
    },
    evidenceTitle: (kind: EvidenceKind, title: string, facts: EvidenceFacts) => {
      if (kind !== 'session') return title;
      return t(
        `sessionType.${sessionTypes.find((type) => type === facts.sessionType) ?? 'one_on_one'}`,
      );
    },
    evidenceFacts: (facts: EvidenceFacts) =>
      [
        facts.outcome === undefined ? '' : t(`outcome.${facts.outcome}`),
        facts.amountMinor === undefined ? '' : format.moneyShort(facts.amountMinor),
        facts.pushCount === undefined ? '' : t('evidence.pushed', { count: facts.pushCount }),
        facts.accountName ?? '',
      ].filter((text) => text !== ''),
    problem: (problem: FinaliseProblemView, review: Review) => {
      const entry = entriesOf(review).find(({ key }) => key === problemKey(problem, review));
      const name = entry === undefined ? '' : entryName(entry);
      return t(`problem.${problem.code}`, { ...problem, name });
    },
  };
}

type PeriodOf = Pick<Review, 'periodStartOn' | 'periodEndOn'>;
