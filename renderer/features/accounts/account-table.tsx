import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { useNearDay } from '#renderer/api/use-moment.ts';
import type { TableColumn, TableLine, TableView } from '#renderer/components/table/table-column.ts';
import { VirtualTable } from '#renderer/components/table/virtual-table.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import { type AccountSummary, accountColumn } from '#shared/contract/accounts.ts';
import { firstSort, toAccountSort } from './account-search.ts';
import { localDay } from './local-day.ts';
import { useAccountSearch } from './use-account-search.ts';

export type AccountTableProps = {
  totals: { count: number } | undefined;
  lineAt(index: number): TableLine<AccountSummary> | undefined;
  onRange(first: number, last: number): void;
};

/** What is not shown while an account is open beside the list. */
const hiddenBesidePane = ['industry', 'region', 'level', 'owner', 'openCount', 'wonMinor'];

/** The accounts in order; a head sorts, J and K walk, Enter opens. */
export function AccountTable({ totals, lineAt, onRange }: AccountTableProps) {
  const { t } = useTranslation('accounts');
  const [search, change] = useAccountSearch();
  const columns = useColumns();
  const sort = toAccountSort(search);
  const view: TableView = {
    sort: { column: sort.by, isDescending: sort.descending },
    hidden: search.account === undefined ? [] : hiddenBesidePane,
    groupBy: null,
  };
  return (
    <VirtualTable
      label={t('list')}
      columns={columns}
      view={view}
      count={totals?.count ?? 0}
      lineAt={lineAt}
      onRange={onRange}
      onOpen={({ id }) => change({ account: id })}
      onViewChange={({ sort: next }) => {
        const isFirst = sort.by === firstSort.by;
        // Clearing a sort goes back to the first order, which by itself has only two.
        const chosen = next ?? (isFirst ? { column: sort.by, isDescending: false } : null);
        change({
          sort: chosen === null ? undefined : accountColumn.parse(chosen.column),
          descending: chosen?.isDescending || undefined,
        });
      }}
    />
  );
}

function useColumns(): TableColumn<AccountSummary>[] {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const near = useNearDay();
  return useMemo(() => {
    const title = (id: keyof typeof widths) => ({
      id,
      title: t(`column.${id}`),
      width: widths[id],
    });
    const figure = (
      id: 'openMinor' | 'openCount' | 'wonMinor',
      show: (value: number) => string,
    ): TableColumn<AccountSummary> => ({
      ...title(id),
      align: 'end',
      value: (row) => row[id],
      cell: (row) => (row[id] === 0 ? '' : show(row[id])),
    });
    return [
      {
        ...title('name'),
        isPinned: true,
        value: ({ name }) => name,
        cell: ({ name }) => <Name>{name}</Name>,
      },
      figure('openMinor', format.moneyShort),
      figure('openCount', format.number),
      figure('wonMinor', format.moneyShort),
      {
        ...title('level'),
        value: ({ level }) => level,
        cell: ({ level }) => (level === null ? '' : t(`level.${level}`)),
      },
      {
        ...title('industry'),
        value: ({ industry }) => industry,
        cell: ({ industry }) => <Name>{industry}</Name>,
      },
      {
        ...title('region'),
        value: ({ region }) => region,
        cell: ({ region }) => <Name>{region}</Name>,
      },
      {
        ...title('owner'),
        value: ({ owner }) => owner?.name ?? null,
        cell: ({ owner }) => (owner === null ? '' : <Name>{owner.name}</Name>),
      },
      {
        ...title('lastActivity'),
        value: ({ lastActivityAt }) => lastActivityAt,
        cell: ({ lastActivityAt }) =>
          lastActivityAt === null ? '' : near.day(localDay(lastActivityAt)),
      },
    ];
  }, [t, format, near]);
}

const widths = {
  name: 260,
  openMinor: 124,
  openCount: 96,
  wonMinor: 110,
  level: 76,
  industry: 110,
  region: 90,
  owner: 90,
  lastActivity: 110,
} as const;
