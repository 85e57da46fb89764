import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import type { Review } from '#shared/contract/reviews.ts';
import classes from '../reviews.module.css';

/** Evidence by month, so that recent weeks do not stand for the whole period. */
export function MonthStrip({ balance }: Pick<Review, 'balance'>) {
  const { t } = useTranslation('reviews');
  const format = useFormat();
  const { months, emptyMonths, isRecencyHeavy, late } = balance;
  const highest = Math.max(1, ...months.map(({ count }) => count));
  const hasEvidence = late.whole > 0;
  return (
    <div className={classes['strip']}>
      <ul className={classes['months']} aria-label={t('evidence.byMonth')}>
        {months.map(({ month, count }) => (
          <li key={month} className={classes['month']}>
            <span className={classes['monthCount']}>{count}</span>
            <span
              className={classes['monthBar']}
              data-empty={count === 0}
              style={{ height: `${Math.max(2, (count / highest) * 28)}px` }}
            />
            <span className={classes['dim']} title={format.month(`${month}-01`)}>
              {Number(month.slice(5))}
            </span>
          </li>
        ))}
      </ul>
      {hasEvidence && isRecencyHeavy && (
        <p className={classes['warning']}>
          <IconAlertTriangle size={14} aria-hidden />
          {t('evidence.recency', { part: late.part, whole: late.whole })}
        </p>
      )}
      {hasEvidence && emptyMonths.length > 0 && (
        <p className={classes['warning']}>
          <IconAlertTriangle size={14} aria-hidden />
          {t('evidence.emptyMonths', {
            months: format.list(emptyMonths.map((month) => format.month(`${month}-01`))),
          })}
        </p>
      )}
    </div>
  );
}
