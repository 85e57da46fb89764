import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { Figure } from '#renderer/components/figure.tsx';
import type { Today } from '#shared/contract/today.ts';
import classes from './today.module.css';

/** The quarter in one line: how far, how much is missing, what is likely. */
export function QuarterStrip({ quarter, asOf }: { quarter: Today['quarter']; asOf: string }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { attainmentBp, gapMinor, quotaMinor, wonMinor } = quarter;
  const count = quarter.peopleCount;
  return (
    <div className={classes['strip']}>
      <span className={classes['dim']}>
        {t('quarter.week', { index: quarter.index, week: quarter.weekNo })}
        <br />
        {t('quarter.left', { count: quarter.weeksLeft })}
      </span>
      <Figure
        label={t('quarter.attainment')}
        value={attainmentBp === null ? null : format.percent(attainmentBp / 10_000)}
        formula={t('quarter.attainmentFormula')}
        count={count}
        asOf={asOf}
        note={
          quotaMinor === null
            ? t('quarter.noQuota')
            : t('quarter.wonOf', {
                won: format.moneyShort(wonMinor),
                quota: format.moneyShort(quotaMinor),
              })
        }
      />
      <Figure
        label={t('quarter.gap')}
        value={gapMinor === null ? null : format.moneyShort(gapMinor)}
        formula={t('quarter.gapFormula')}
        count={count}
        asOf={asOf}
      />
      <Figure
        label={t('quarter.forecast')}
        value={format.moneyShort(quarter.forecastMinor)}
        formula={t('quarter.forecastFormula')}
        count={count}
        asOf={asOf}
      />
    </div>
  );
}
