import { expect, test } from 'vitest';
import { steps } from '#renderer/features/deals/changes/waterfall-steps.ts';
import type { Waterfall } from '#shared/contract/deal-changes.ts';

const none = { count: 0, amountMinor: 0 };
const flow: Waterfall = {
  start: { count: 4, amountMinor: 100 },
  new: { count: 1, amountMinor: 30 },
  movedIn: none,
  increased: { count: 1, amountMinor: 5 },
  decreased: { count: 1, amountMinor: 15 },
  movedOut: none,
  won: { count: 1, amountMinor: 50 },
  lost: { count: 1, amountMinor: 10 },
  removed: none,
  end: { count: 3, amountMinor: 60 },
  reopenedCount: 0,
  correctedCount: 0,
};

test('each bar stands where the one before it ended', () => {
  const shown = steps(flow).map(({ name, base, height }) => [name, base, base + height]);
  expect(shown).toEqual([
    ['start', 0, 100],
    ['new', 100, 130],
    ['movedIn', 130, 130],
    ['increased', 130, 135],
    ['decreased', 120, 135],
    ['movedOut', 120, 120],
    ['won', 70, 120],
    ['lost', 60, 70],
    ['removed', 60, 60],
    ['end', 0, 60],
  ]);
});
