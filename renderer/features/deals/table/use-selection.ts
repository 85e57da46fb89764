import { useState } from 'react';
import type { DealFilter } from '#shared/contract/deal-filter.ts';
import type { DealSelection } from '#shared/contract/deals.ts';

/** Some deals, or all of the filter but for some. */
type Ticks = { isAll: boolean; ids: ReadonlySet<string> };

const nothing: Ticks = { isAll: false, ids: new Set() };

/** Which rows are ticked. Everything of a filter can be, without its rows being here. */
export function useSelection(filter: DealFilter, count: number) {
  const [ticks, setTicks] = useState(nothing);
  const { isAll, ids } = ticks;
  const toggle = (id: string) => {
    const next = new Set(ids);
    if (!next.delete(id)) next.add(id);
    setTicks({ isAll, ids: next });
  };
  const selection: DealSelection = isAll ? { filter, exceptIds: [...ids] } : { ids: [...ids] };
  return {
    count: isAll ? count - ids.size : ids.size,
    isAll: isAll && ids.size === 0,
    has: (id: string) => ids.has(id) !== isAll,
    toggle,
    selectAll: () => setTicks({ isAll: true, ids: new Set() }),
    clear: () => setTicks(nothing),
    selection,
  };
}
export type Selection = ReturnType<typeof useSelection>;
