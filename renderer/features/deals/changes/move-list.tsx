import { Button } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import type { TableColumn } from '#renderer/components/table/table-column.ts';
import { VirtualTable } from '#renderer/components/table/virtual-table.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { DealMove, MoveLens } from '#shared/contract/deal-changes.ts';
import type { DealFilter } from '#shared/contract/deal-filter.ts';
import { useDealSearch } from '../use-deal-search.ts';
import classes from './changes.module.css';
import { useMoveWords } from './use-move-words.ts';

export type MoveListProps = {
  query: { filter: DealFilter; fromOn: string; toOn: string | null; lens: MoveLens | null };
  count: number;
  onClear(): void;
};

const pageSize = 60;

/** The deals seen through a lens, or all that changed; the weightiest first. */
export function MoveList({ query, count, onClear }: MoveListProps) {
  const { t } = useTranslation('deals');
  const format = useFormat();
  const [, change] = useDealSearch();
  const { rowAt, onRange } = useMoves(query);
  const columns = useMoveColumns();
  return (
    <section className={classes['list']} aria-label={t('changes.list')}>
      <p className={classes['caption']}>
        {query.lens === null
          ? t('changes.all', { count, shown: format.number(count) })
          : t('changes.behind', {
              bar: t(`changes.bar.${query.lens}`),
              count,
              shown: format.number(count),
            })}
        {query.lens !== null && (
          <Button size="compact-xs" variant="subtle" onClick={onClear}>
            {t('changes.showAll')}
          </Button>
        )}
      </p>
      <div className={classes['table']}>
        <VirtualTable
          label={t('changes.list')}
          columns={columns}
          view={{ sort: null, hidden: [], groupBy: null }}
          onViewChange={() => undefined}
          count={count}
          lineAt={(index) => {
            const row = rowAt(index);
            return row && { kind: 'row', row };
          }}
          onRange={onRange}
          onOpen={({ deal }) => change({ deal: deal.id })}
        />
      </div>
    </section>
  );
}

function useMoves(query: MoveListProps['query']) {
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const from = Math.floor(seen.first / pageSize);
  const to = Math.floor(seen.last / pageSize);
  const pages = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  const answers = useQueries({
    queries: pages.map((page) => ({
      ...api.deals.listPipelineMoves.queryOptions({
        input: { ...query, offset: page * pageSize, limit: pageSize },
      }),
      throwOnError: false,
      meta: { isPart: true },
    })),
  });
  const onRange = useCallback((first: number, last: number) => {
    setSeen((before) =>
      before.first === first && before.last === last ? before : { first, last },
    );
  }, []);
  const rowAt = (index: number): DealMove | undefined =>
    answers[Math.floor(index / pageSize) - from]?.data?.[index % pageSize];
  return { rowAt, onRange };
}

function useMoveColumns(): TableColumn<DealMove>[] {
  const { t } = useTranslation('deals');
  const format = useFormat();
  const words = useMoveWords();
  return useMemo(() => {
    const column = (id: 'name' | 'account' | 'owner' | 'amount' | 'change', width: number) => ({
      id,
      width,
      title: t(id === 'change' ? 'changes.change' : `column.${id}`),
      isPlain: true,
      value: () => null,
    });
    const side = ({ after, before }: DealMove) => after ?? before;
    return [
      {
        ...column('name', 220),
        isPinned: true,
        cell: ({ deal }) => <Name>{deal.name}</Name>,
      },
      { ...column('account', 160), cell: ({ account }) => account && <Name>{account.name}</Name> },
      {
        ...column('owner', 120),
        cell: (move) => {
          const owner = side(move)?.owner;
          return owner && <Name>{owner.name}</Name>;
        },
      },
      {
        ...column('amount', 110),
        align: 'end',
        cell: (move) => format.moneyShort(side(move)?.amountMinor ?? 0),
      },
      { ...column('change', 330), cell: (move) => words(move) },
    ];
  }, [t, format, words]);
}
