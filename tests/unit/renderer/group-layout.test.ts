import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupLayout } from '#renderer/features/deals/table/group-layout.ts';
import type { DealGroup } from '#shared/contract/deals.ts';

const group = (key: string | null, count: number): DealGroup => ({
  key,
  label: key,
  totals: { count, sumMinor: 0, weightedMinor: 0 },
});

describe('lines of a grouped table', () => {
  test('a closed group shows its head alone', () => {
    const layout = groupLayout([group('a', 3), group('b', 5)], new Set(['a']), 8);
    expect(layout.count).toBe(1 + 1 + 5);
    expect(layout.lines(0)).toMatchObject({ kind: 'group', group: { key: 'a' } });
    expect(layout.lines(1)).toMatchObject({ kind: 'group', group: { key: 'b' } });
    expect(layout.lines(6)).toMatchObject({ kind: 'row', group: { key: 'b' }, index: 4 });
  });

  test('without groups every line is a row', () => {
    const layout = groupLayout([], new Set(), 20_000);
    expect(layout.count).toBe(20_000);
    expect(layout.lines(19_999)).toEqual({ kind: 'row', group: undefined, index: 19_999 });
  });

  test('the lines are those of a list written out', () => {
    const anyGroups = fc.array(fc.nat(6), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(anyGroups, fc.array(fc.nat(11)), (counts, shut) => {
        const groups = counts.map((count, at) => group(`${at}`, count + 1));
        const closed = new Set(shut.map(String));
        const written = groups.flatMap(({ key, totals }) => [
          `${key} head`,
          ...(closed.has(key ?? '')
            ? []
            : Array.from({ length: totals.count }, (_, row) => `${key} row ${row}`)),
        ]);
        const layout = groupLayout(groups, closed, 0);
        const shown = Array.from({ length: layout.count }, (_, index) => {
          const line = layout.lines(index);
          return line.kind === 'group'
            ? `${line.group.key} head`
            : `${line.group?.key} row ${line.index}`;
        });
        expect(shown).toEqual(written);
      }),
    );
  });
});
