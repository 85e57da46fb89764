import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { Figure } from '#renderer/components/figure.tsx';
import type { DealFilter } from '#shared/contract/deal-filter.ts';
import type { Today } from '#shared/contract/today.ts';
import classes from './today.module.css';

/** The quarter in one line: how far, how much is missing, what is likely. */
export function QuarterStrip({ quarter, asOf }: { quarter: Today['quarter']; asOf: string }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const navigate = useNavigate();
  const { attainmentBp, gapMinor, quotaMinor, peopleIds, quotaPeopleIds } = quarter;
  const openDeals = (filter: DealFilter) => () =>
    navigate({ to: '/deals', search: { view: 'table', filter } });
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
        count={quotaPeopleIds.length}
        of="people"
        asOf={asOf}
        note={<Attainment quarter={quarter} />}
        {...(attainmentBp === null
          ? {}
          : {
              onOpenRows: openDeals({
                statuses: ['won'],
                closePeriod: 'this_quarter',
                ownerIds: quotaPeopleIds,
              }),
            })}
      />
      <Figure
        label={t('quarter.gap')}
        value={gapMinor === null ? null : format.moneyShort(gapMinor)}
        formula={t('quarter.gapFormula')}
        count={quotaPeopleIds.length}
        of="people"
        asOf={asOf}
        {...(quotaMinor === null
          ? {}
          : { onOpenRows: () => navigate({ to: '/team/quotas', search: {} }) })}
      />
      <Figure
        label={t('quarter.forecast')}
        value={format.moneyShort(quarter.forecastMinor)}
        formula={t('quarter.forecastFormula')}
        count={peopleIds.length}
        of="people"
        asOf={asOf}
        // Open deals due by the end of the quarter, late ones too, beside what it has won so far.
        onOpenRows={openDeals({
          statuses: ['open', 'won'],
          closedWithin: 'this_quarter',
          closePeriod: 'custom',
          closeTo: quarter.endOn,
          ownerIds: peopleIds,
        })}
      />
    </div>
  );
}

/** Won beside the quota, and the share as a bar. */
function Attainment({ quarter }: { quarter: Today['quarter'] }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { attainmentBp, quotaMinor, gapMinor } = quarter;
  if (quotaMinor === null || attainmentBp === null || gapMinor === null) {
    return t('quarter.noQuota');
  }
  const wonMinor = quarter.quotaWonMinor;
  return (
    <>
      <span className={classes['bar']} aria-hidden>
        <span style={{ width: `${Math.min(100, attainmentBp / 100)}%` }} />
      </span>
      {t('quarter.wonOf', {
        won: format.moneyShort(wonMinor),
        quota: format.moneyShort(quotaMinor),
      })}
    </>
  );
}
