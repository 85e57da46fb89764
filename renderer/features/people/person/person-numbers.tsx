import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import type { PersonPage } from '#shared/contract/people.ts';
import { QuarterFigures, useQuarterFigures } from '../quarter-figures.tsx';

/** The quarter in five figures. */
export function PersonNumbers({ page }: { page: PersonPage }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const { figures, quarter } = page;
  const { quotaMinor, coveragePct, wonCount, openCount } = figures;
  const { money, won, attainment, open } = useQuarterFigures(figures);
  return (
    <QuarterFigures
      asOf={page.asOf}
      scope={{ ownerIds: [page.person.id] }}
      figures={[
        {
          ...attainment,
          label: t('figure.attainment', { quarter: quarter.index }),
          formula: t('formula.attainment'),
          count: wonCount,
          note:
            quotaMinor === null ? t('noQuota') : t('wonOfQuota', { won, quota: money(quotaMinor) }),
        },
        {
          label: t('figure.gap'),
          value: money(figures.gapMinor),
          formula: t('formula.gap'),
          count: wonCount,
          rows: 'won',
        },
        { ...open, note: t('dealCount', { count: openCount }) },
        {
          label: t('figure.coverage'),
          value: coveragePct === null ? null : format.number(coveragePct / 100, 1),
          formula: t('formula.coverage'),
          count: openCount,
          rows: 'open',
        },
        {
          label: t('figure.forecast'),
          value: money(figures.forecastMinor),
          formula: t('formula.forecast'),
          count: openCount + wonCount,
          rows: 'open',
        },
      ]}
    />
  );
}
