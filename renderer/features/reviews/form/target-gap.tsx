import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import type { Review } from '#shared/contract/reviews.ts';
import { monthSpans } from '#shared/domain/quotas/quota-months.ts';
import classes from '../reviews.module.css';

/** Why the quotas give no target, month by month, and the way to where they are set. */
export function TargetGap({ review }: { review: Review }) {
  const { t } = useTranslation('reviews');
  const format = useFormat();
  const { data: gap } = useQuery(
    api.reviews.getTargetGap.queryOptions({ input: { reviewId: review.id } }),
  );
  if (gap === undefined) return null;
  if (gap === null) return <p className={classes['hint']}>{t('kpi.targetReady')}</p>;
  const { missingMonths, isCut, year } = gap;
  if (missingMonths.length === 0 && isCut) {
    return <p className={classes['hint']}>{t('kpi.targetCut')}</p>;
  }
  const month = (name: string) => format.month(`${name}-01`);
  const spans = monthSpans(missingMonths).map(({ from, to }) =>
    from === to ? month(from) : `${month(from)} – ${month(to)}`,
  );
  return (
    <p className={classes['hint']}>
      {t('kpi.targetGap', { months: format.list(spans) })}{' '}
      <Anchor
        inherit
        underline="always"
        renderRoot={(props) => (
          <Link to="/team/quotas" search={year === null ? {} : { year }} {...props} />
        )}
      >
        {t('kpi.setQuotas')}
      </Anchor>
    </p>
  );
}
