import { describe, expect, test } from 'vitest';
import { dealMoves } from '#shared/domain/deals/deal-changes.ts';
import type { Stage } from '#shared/domain/deals/stage.ts';
import type { DealSnapshot } from '#shared/domain/deals/waterfall.ts';

const stages: Stage[] = [
  { id: 'demo', kind: 'open', sortOrder: 1, probabilityBp: 3000 },
  { id: 'quote', kind: 'open', sortOrder: 2, probabilityBp: 5000 },
  { id: 'won', kind: 'won', sortOrder: 3, probabilityBp: 10_000 },
  { id: 'lost', kind: 'lost', sortOrder: 4, probabilityBp: 0 },
];

function deal(dealId: string, amountMinor: number, more: Partial<DealSnapshot> = {}): DealSnapshot {
  return {
    dealId,
    ownerId: 'li',
    state: 'open',
    stageId: 'demo',
    amountMinor,
    expectedCloseOn: '2026-12-01',
    ...more,
  };
}

describe('what changed about a deal', () => {
  test('is told in full', () => {
    const after = deal('a', 120, {
      stageId: 'quote',
      expectedCloseOn: '2027-01-30',
      ownerId: 'han',
    });
    expect(dealMoves([deal('a', 100)], [after], stages)).toEqual([
      {
        dealId: 'a',
        weightMinor: 60,
        changes: [
          { kind: 'stage_forward', fromStageId: 'demo', toStageId: 'quote' },
          { kind: 'amount', fromMinor: 100, toMinor: 120 },
          { kind: 'close_date', fromOn: '2026-12-01', toOn: '2027-01-30', days: 60 },
          { kind: 'owner', fromOwnerId: 'li', toOwnerId: 'han' },
        ],
      },
    ]);
  });

  test.each([
    [undefined, deal('a', 5), [{ kind: 'new', amountMinor: 5 }]],
    [deal('a', 5), undefined, [{ kind: 'removed', amountMinor: 5 }]],
    [
      deal('a', 5),
      deal('a', 5, { state: 'won', stageId: 'won' }),
      [{ kind: 'won', amountMinor: 5 }],
    ],
    [
      deal('a', 5),
      deal('a', 0, { state: 'lost', stageId: 'lost' }),
      [{ kind: 'lost', amountMinor: 5 }],
    ],
    [
      deal('a', 5, { state: 'lost', stageId: 'lost' }),
      deal('a', 5),
      [{ kind: 'reopened', amountMinor: 5 }],
    ],
    [
      deal('a', 5, { stageId: 'quote' }),
      deal('a', 5),
      [{ kind: 'stage_back', fromStageId: 'quote', toStageId: 'demo' }],
    ],
    [
      deal('a', 5),
      deal('a', 5, { expectedCloseOn: null }),
      [{ kind: 'close_date', fromOn: '2026-12-01', toOn: null, days: null }],
    ],
  ])('%#: is the one thing that happened', (before, after, changes) => {
    const moves = dealMoves(before ? [before] : [], after ? [after] : [], stages);
    expect(moves[0]?.changes).toEqual(changes);
  });

  test('is left out where nothing did', () => {
    const closed = deal('b', 5, { state: 'won', stageId: 'won' });
    expect(dealMoves([deal('a', 5), closed], [deal('a', 5), closed], stages)).toEqual([]);
    expect(dealMoves([closed], [], stages)).toEqual([]);
  });

  test('is ranked by the money in it', () => {
    const before = [deal('push', 900), deal('gain', 100), deal('loss', 300)];
    const after = [
      deal('push', 900, { expectedCloseOn: '2027-01-01' }),
      deal('gain', 800),
      deal('loss', 300, { state: 'lost', stageId: 'lost' }),
      deal('tiny', 1),
    ];
    const ranked = dealMoves(before, after, stages).map(({ dealId }) => dealId);
    expect(ranked).toEqual(['gain', 'push', 'loss', 'tiny']);
  });
});
