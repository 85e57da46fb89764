import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { useNearDay } from '#renderer/api/use-moment.ts';
import type { TableLine, TableView } from '#renderer/components/table/table-column.ts';
import { VirtualTable } from '#renderer/components/table/virtual-table.tsx';
import { dealColumn } from '#shared/contract/deal-filter.ts';
import type { DealSummary } from '#shared/contract/deal-records.ts';
import type { DealGroup } from '#shared/contract/deals.ts';
import { usualSort } from '../deal-search.ts';
import { EmptyDeals } from '../empty-deals.tsx';
import { useDealFilter, useDealSearch } from '../use-deal-search.ts';
import { useStages } from '../use-stages.ts';
import { BulkEditDialog } from './bulk-edit-dialog.tsx';
import { dealColumns, tickColumn } from './deal-columns.tsx';
import classes from './deal-table.module.css';
import { TableBar } from './table-bar.tsx';
import { useDealRows } from './use-deal-rows.ts';
import { type Selection, useSelection } from './use-selection.ts';
import { useTableColumns } from './use-table-columns.ts';

/** All deals of the filter in rows: sorted, grouped and summed where they are kept. */
export function DealTable({ onAdd }: { onAdd(): void }) {
  const [filter] = useDealFilter();
  // Ticks belong to a filter: another one starts without any.
  return <FilteredTable key={JSON.stringify(filter)} onAdd={onAdd} />;
}

function FilteredTable({ onAdd }: { onAdd(): void }) {
  const { t } = useTranslation('deals');
  const [search, change] = useDealSearch();
  const [filter] = useDealFilter();
  const sort = search.sort ?? usualSort;
  const rows = useDealRows({ filter, sort, groupBy: search.group });
  const count = rows.head?.totals.count ?? 0;
  const selection = useSelection(filter, count);
  const [isEditing, setEditing] = useState(false);
  const columns = useColumns(selection);
  const groupName = useGroupName();
  if (rows.head === undefined) return null;
  if (count === 0) return <EmptyDeals onAdd={onAdd} />;
  const lineAt = (index: number): TableLine<DealSummary> | undefined => {
    const line = rows.layout.lines(index);
    if (line.kind === 'row') {
      const row = rows.rowAt(line);
      return row && { kind: 'row', row };
    }
    const { key, totals } = line.group;
    return {
      kind: 'group',
      title: groupName(line.group),
      count: totals.count,
      note: <GroupSums group={line.group} />,
      isOpen: rows.isOpen(key),
      onToggle: () => rows.toggle(key),
    };
  };
  const view: TableView = {
    sort: { column: sort.by, isDescending: sort.descending },
    hidden: [],
    groupBy: search.group ?? null,
  };
  return (
    <div className={classes['root']}>
      <TableBar selection={selection} count={count} onEdit={() => setEditing(true)} />
      <div className={classes['table']}>
        <VirtualTable
          label={t('table.label')}
          columns={columns}
          view={view}
          count={rows.layout.count}
          lineAt={lineAt}
          onRange={rows.onRange}
          onOpen={({ id }) => change({ deal: id })}
          onMark={({ id }) => selection.toggle(id)}
          onViewChange={({ sort: next }) =>
            change({
              sort: next
                ? { by: dealColumn.parse(next.column), descending: next.isDescending }
                : undefined,
            })
          }
        />
      </div>
      {isEditing && <BulkEditDialog selection={selection} onClose={() => setEditing(false)} />}
    </div>
  );
}

function useColumns(selection: Selection) {
  const { t } = useTranslation('deals');
  const format = useFormat();
  const near = useNearDay();
  const { nameOf } = useStages();
  const { columns: order } = useTableColumns();
  const shown = useMemo(
    () => dealColumns(order, { t, format, near, stageName: nameOf }),
    [order, t, format, near, nameOf],
  );
  return [tickColumn(selection, t), ...shown];
}

/** Names of stages and months are of the language, those of owners and accounts are their own. */
function useGroupName(): (group: DealGroup) => string {
  const { t } = useTranslation('deals');
  const format = useFormat();
  const { nameOf } = useStages();
  const [search] = useDealSearch();
  return ({ key, label }) => {
    if (key === null) return t('table.noGroup');
    if (search.group === 'stage') return nameOf(key);
    if (search.group === 'closeMonth') return format.month(`${key}-01`);
    return label ?? '';
  };
}

function GroupSums({ group: { totals } }: { group: DealGroup }) {
  const { t } = useTranslation('deals');
  return (
    <span className={classes['groupSums']}>
      {t('table.sums', { sum: totals.sumMinor, weighted: totals.weightedMinor })}
    </span>
  );
}
