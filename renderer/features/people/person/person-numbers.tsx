import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { Figure } from '#renderer/components/figure.tsx';
import type { PersonPage } from '#shared/contract/people.ts';
import { behind, useOpenDeals } from '../use-open-deals.ts';
import classes from './person-page.module.css';

/** The quarter in five figures; what is not known is a dash. */
export function PersonNumbers({ page }: { page: PersonPage }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const { figures, asOf } = page;
  const openDeals = useOpenDeals({ ownerIds: [page.person.id] });
  const money = (minor: number | null) => (minor === null ? null : format.moneyShort(minor));
  const { quotaMinor, wonMinor } = figures;
  return (
    <div className={classes['figures']}>
      <Figure
        size="lg"
        label={t('figure.attainment', { quarter: page.quarter.index })}
        value={figures.attainmentBp === null ? null : format.basisPoints(figures.attainmentBp)}
        formula={t('formula.attainment')}
        count={figures.wonCount}
        asOf={asOf}
        onOpenRows={openDeals(behind.won)}
        note={
          quotaMinor === null
            ? t('noQuota')
            : t('wonOfQuota', { won: money(wonMinor), quota: money(quotaMinor) })
        }
      />
      <Figure
        size="lg"
        label={t('figure.gap')}
        value={money(figures.gapMinor)}
        formula={t('formula.gap')}
        count={figures.wonCount}
        asOf={asOf}
        onOpenRows={openDeals(behind.won)}
      />
      <Figure
        size="lg"
        label={t('figure.open')}
        value={money(figures.openMinor)}
        formula={t('formula.open')}
        count={figures.openCount}
        asOf={asOf}
        onOpenRows={openDeals(behind.open)}
        note={t('dealCount', { count: figures.openCount })}
      />
      <Figure
        size="lg"
        label={t('figure.coverage')}
        value={figures.coveragePct === null ? null : format.number(figures.coveragePct / 100, 1)}
        formula={t('formula.coverage')}
        count={figures.openCount}
        asOf={asOf}
        onOpenRows={openDeals(behind.open)}
      />
      <Figure
        size="lg"
        label={t('figure.forecast')}
        value={money(figures.forecastMinor)}
        formula={t('formula.forecast')}
        count={figures.openCount + figures.wonCount}
        asOf={asOf}
        onOpenRows={openDeals(behind.open)}
      />
    </div>
  );
}
