import type { DealGroup } from '#shared/contract/deals.ts';

/** What stands on a line: the head of a group, or a row by its place in its group. */
export type Line =
  | { kind: 'group'; group: DealGroup }
  | { kind: 'row'; group: DealGroup | undefined; index: number };

export type GroupLayout = { count: number; lines(index: number): Line };

/**
 * Places the rows of open groups under their heads, by arithmetic alone: groups of 3 and 5, the
 * first one closed → line 0 head, line 1 head, lines 2 to 6 rows.
 */
export function groupLayout(
  groups: readonly DealGroup[],
  closed: ReadonlySet<string | null>,
  rowCount: number,
): GroupLayout {
  if (groups.length === 0) {
    return { count: rowCount, lines: (index) => ({ kind: 'row', group: undefined, index }) };
  }
  const starts: number[] = [];
  let count = 0;
  for (const group of groups) {
    starts.push(count);
    count += 1 + (closed.has(group.key) ? 0 : group.totals.count);
  }
  const lines = (index: number): Line => {
    const at = lastAtOrBefore(starts, index);
    const group = groups[at] as DealGroup; // `at` is a place of `groups`
    const place = index - (starts[at] ?? 0);
    return place === 0 ? { kind: 'group', group } : { kind: 'row', group, index: place - 1 };
  };
  return { count, lines };
}

/** The place of the last start that is not after a line. */
function lastAtOrBefore(starts: readonly number[], line: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}
