import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePresentation } from '#renderer/components/privacy/presentation.tsx';
import { DataTable } from '#renderer/components/table/data-table.tsx';
import { firstView, type TableColumn } from '#renderer/components/table/table-column.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { ReviewSummary } from '#shared/contract/reviews.ts';
import classes from '../reviews.module.css';
import { StatusBadge } from '../status-badge.tsx';
import { useReviewWords } from '../use-review-words.ts';

export type ReviewTableProps = {
  reviews: readonly ReviewSummary[];
  /** True where all are of one person, who needs no column. */
  isOfOne?: boolean;
};

/** Reviews to choose from; a score that is not final yet is set apart. */
export function ReviewTable({ reviews, isOfOne = false }: ReviewTableProps) {
  const { t } = useTranslation('reviews');
  const navigate = useNavigate();
  const all = useColumns();
  const columns = isOfOne ? all.filter(({ id }) => id !== 'person') : all;
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
  const { isPresenting } = usePresentation();
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
      ...scoreColumns(t).map((column) => (isPresenting ? hidden(column) : column)),
      {
        id: 'revision',
        title: t('column.revision'),
        value: ({ revision }) => revision,
        cell: ({ revision, isLatest }) =>
          isLatest ? `v${revision}` : t('column.replaced', { revision }),
        width: 140,
      },
    ],
    [t, words.period, isPresenting],
  );
}

/** The score and its band, which may still change until the review is final. */
function scoreColumns(t: TFunction<'reviews'>): TableColumn<ReviewSummary>[] {
  return [
    {
      id: 'score',
      title: t('column.score'),
      value: ({ finalCenti }) => finalCenti,
      cell: (row) => <Partial row={row}>{scoreOf(row)}</Partial>,
      width: 80,
      align: 'end',
    },
    {
      id: 'band',
      title: t('column.band'),
      value: ({ band }) => band,
      cell: (row) => <Partial row={row}>{row.band ?? '–'}</Partial>,
      width: 70,
      canGroup: true,
    },
  ];
}

/** Nothing to read, and nothing to sort or group by either. */
function hidden(column: TableColumn<ReviewSummary>): TableColumn<ReviewSummary> {
  return { ...column, value: () => null, cell: () => null };
}

function scoreOf({ finalCenti }: ReviewSummary): string {
  return finalCenti === null ? '–' : (finalCenti / 100).toFixed(2);
}

const openStatuses: ReadonlySet<string> = new Set(['draft', 'self', 'manager', 'calibration']);

/** A score that may still change stands back. */
function Partial({ row, children }: { row: ReviewSummary; children: ReactNode }) {
  if (!openStatuses.has(row.status)) return children;
  return <span className={classes['dim']}>{children}</span>;
}
