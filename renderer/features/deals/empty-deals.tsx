import { Button } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { isUnusual, usualFilter } from './deal-search.ts';
import { useDealFilter, useDealSearch } from './use-deal-search.ts';

/** No deals: because of the filter, or because there are none yet. */
export function EmptyDeals({ onAdd }: { onAdd(): void }) {
  const { t } = useTranslation('deals');
  const [filter] = useDealFilter();
  const [, change] = useDealSearch();
  if (isUnusual(filter)) {
    return (
      <EmptyState icon={IconTargetArrow} title={t('empty.filtered')} body={t('empty.filteredBody')}>
        <Button variant="default" onClick={() => change({ filter: usualFilter, saved: undefined })}>
          {t('filter.clear')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={IconTargetArrow} title={t('empty.title')} body={t('empty.body')}>
      <Button renderRoot={(props) => <Link to="/imports" {...props} />}>{t('empty.import')}</Button>
      <Button variant="default" onClick={onAdd}>
        {t('new.title')}
      </Button>
    </EmptyState>
  );
}
