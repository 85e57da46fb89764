import { Button } from '@mantine/core';
import { IconClipboardCheck, IconPlus } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { DataTable } from '#renderer/components/table/data-table.tsx';
import { firstView, type TableColumn } from '#renderer/components/table/table-column.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { ReviewSummary } from '#shared/contract/reviews.ts';
import { StartReviewDialog } from './start-review-dialog.tsx';
import { StatusBadge } from './status-badge.tsx';
import { useReviewWords } from './use-review-words.ts';

/** Every review, newest period first. */
export function ReviewsPage() {
  const { t } = useTranslation('reviews');
  const { data } = useSuspenseQuery(api.reviews.listReviews.queryOptions({ input: {} }));
  const [isStarting, setStarting] = useState(false);
  const start = () => setStarting(true);
  useShortcuts({
    title: t('title'),
    shortcuts: [{ keys: 'n', label: t('start.open'), run: start }],
  });
  const button = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={start}>
      {t('start.open')}
    </Button>
  );
  return (
    <PageFrame title={t('title')} toolbar={data.length > 0 && button} isFlush={data.length > 0}>
      {data.length > 0 ? (
        <ReviewTable reviews={data} />
      ) : (
        <EmptyState icon={IconClipboardCheck} title={t('empty.title')} body={t('empty.body')}>
          {button}
        </EmptyState>
      )}
      <StartReviewDialog isOpen={isStarting} onClose={() => setStarting(false)} />
    </PageFrame>
  );
}

function ReviewTable({ reviews }: { reviews: readonly ReviewSummary[] }) {
  const { t } = useTranslation('reviews');
  const navigate = useNavigate();
  const columns = useColumns();
  const [view, setView] = useState(() => firstView(columns));
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      view={view}
      onViewChange={setView}
      rows={reviews}
      rowId={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: '/reviews/$reviewId', params: { reviewId: id } })}
    />
  );
}

function useColumns(): TableColumn<ReviewSummary>[] {
  const { t } = useTranslation('reviews');
  const words = useReviewWords();
  return useMemo(
    () => [
      {
        id: 'person',
        title: t('column.person'),
        value: ({ personName }) => personName,
        cell: ({ personName }) => <Name>{personName}</Name>,
        width: 180,
        isPinned: true,
      },
      { id: 'period', title: t('column.period'), value: words.period, width: 150, canGroup: true },
      {
        id: 'type',
        title: t('column.type'),
        value: ({ type }) => t(`type.${type}`),
        width: 100,
        canGroup: true,
      },
      {
        id: 'status',
        title: t('column.status'),
        value: ({ status }) => t(`status.${status}`),
        cell: ({ status }) => <StatusBadge status={status} />,
        width: 130,
        canGroup: true,
      },
      {
        id: 'progress',
        title: t('column.progress'),
        value: ({ ratedItems, scoredItems }) => `${ratedItems} / ${scoredItems}`,
        width: 90,
        align: 'end',
      },
      {
        id: 'score',
        title: t('column.score'),
        value: ({ finalCenti }) => finalCenti,
        cell: ({ finalCenti }) => (finalCenti === null ? '–' : (finalCenti / 100).toFixed(2)),
        width: 80,
        align: 'end',
      },
      { id: 'band', title: t('column.band'), value: ({ band }) => band, width: 70, canGroup: true },
      {
        id: 'revision',
        title: t('column.revision'),
        value: ({ revision }) => revision,
        cell: ({ revision, isLatest }) =>
          isLatest ? `v${revision}` : t('column.replaced', { revision }),
        width: 140,
      },
    ],
    [t, words.period],
  );
}
