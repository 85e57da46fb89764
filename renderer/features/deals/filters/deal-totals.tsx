import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { useDealFilter, useDealSearch } from '../use-deal-search.ts';
import classes from './filters.module.css';

/** How many deals the filter means and what they are worth, whatever the view. */
export function DealTotals() {
  const { t } = useTranslation('deals');
  const format = useFormat();
  const [filter] = useDealFilter();
  const [search] = useDealSearch();
  const { data } = useQuery({
    ...api.deals.getTotals.queryOptions({ input: { filter } }),
    placeholderData: keepPreviousData,
    enabled: search.view !== 'changes',
  });
  if (data === undefined || search.view === 'changes') return null;
  const { count, sumMinor, weightedMinor } = data;
  return (
    <span className={classes['totals']} role="status">
      {t('totals', {
        count,
        shown: format.number(count),
        sum: sumMinor,
        weighted: weightedMinor,
      })}
    </span>
  );
}
