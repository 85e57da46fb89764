import { describe, expect, test } from 'vitest';
import { placeIn, type ShownMove, withMove } from '#renderer/features/deals/board/board-place.ts';
import type { DealSummary } from '#shared/contract/deal-records.ts';

/** Only what the board's order looks at. */
const card = (id: string, expectedCloseOn: string | null, status = 'open') =>
  ({ id, expectedCloseOn, status }) as DealSummary;

const column = (cards: DealSummary[]) => ({
  stageId: 's',
  totals: { count: cards.length, sumMinor: 0, weightedMinor: 0 },
  cards,
});

describe('where a card will stand', () => {
  const open = column([card('a', '2026-11-01'), card('b', '2026-12-01'), card('c', null)]);

  test('by its expected close, one without a day last', () => {
    expect(placeIn(open, card('x', '2026-11-15'))).toBe(1);
    expect(placeIn(open, card('x', '2026-10-01'))).toBe(0);
    expect(placeIn(open, card('x', null))).toBe(3);
  });

  test('among closed deals first, for it closed last', () => {
    expect(placeIn(column([card('a', null, 'won')]), card('x', '2026-11-15'))).toBe(0);
  });
});

test('a shown move takes the card out of the one column and into the other', () => {
  const cards = [card('a', null), card('b', null), card('c', null)];
  const all = { count: 3, cardAt: (index: number) => cards[index] };
  const move: ShownMove = {
    deal: card('b', null),
    from: { stageId: 'from', index: 1 },
    to: { stageId: 'to', index: 2 },
    dataUpdatedAt: 0,
  };
  const ids = (stageId: string) => {
    const { count, cardAt } = withMove(all, stageId, move);
    return Array.from({ length: count }, (_, index) => cardAt(index)?.id);
  };
  expect(ids('from')).toEqual(['a', 'c']);
  expect(ids('to')).toEqual(['a', 'b', 'b', 'c']);
  expect(ids('other')).toEqual(['a', 'b', 'c']);
});
