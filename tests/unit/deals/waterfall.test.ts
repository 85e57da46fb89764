import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  briefWaterfall,
  type DealSnapshot,
  type Waterfall,
  waterfall,
} from '#shared/domain/deals/waterfall.ts';

function deal(dealId: string, amountMinor: number, more: Partial<DealSnapshot> = {}): DealSnapshot {
  return {
    dealId,
    ownerId: 'li',
    state: 'open',
    stageId: 'quote',
    amountMinor,
    expectedCloseOn: '2026-12-01',
    ...more,
  };
}

function reached(w: Waterfall): number {
  const up =
    w.start.amountMinor + w.new.amountMinor + w.movedIn.amountMinor + w.increased.amountMinor;
  const down = w.decreased.amountMinor + w.movedOut.amountMinor + w.removed.amountMinor;
  return up - down - w.won.amountMinor - w.lost.amountMinor;
}

/** The bars that are not empty. */
function bars(w: Waterfall): Record<string, number> {
  const { start: _start, end: _end, reopenedCount: _r, correctedCount: _c, ...rest } = w;
  const filled = Object.entries(rest).filter(([, term]) => term.count !== 0);
  return Object.fromEntries(filled.map(([name, term]) => [name, term.amountMinor]));
}

describe('the waterfall', () => {
  test('tells the published month to the yuan', () => {
    const before = [
      deal('a', 1_000_000),
      deal('b', 400_000),
      deal('c', 250_000),
      deal('d', 1_550_000),
    ];
    const after = [
      deal('a', 1_150_000),
      deal('b', 400_000, { state: 'won' }),
      deal('c', 0, { state: 'lost' }),
      deal('d', 1_520_000),
      deal('e', 650_000),
    ];
    const full = waterfall(before, after);
    expect(briefWaterfall(full)).toEqual({
      startMinor: 3_200_000,
      newMinor: 650_000,
      wonMinor: 400_000,
      lostMinor: 250_000,
      changedMinor: 120_000,
      movedMinor: 0,
      endMinor: 3_320_000,
    });
    expect(full.increased).toEqual({ count: 1, amountMinor: 150_000 });
    expect(full.decreased).toEqual({ count: 1, amountMinor: 30_000 });
  });

  const inQuarter = ({ expectedCloseOn }: DealSnapshot) => (expectedCloseOn ?? '') <= '2026-12-31';
  const later = { expectedCloseOn: '2027-02-01' };

  test.each([
    ['a new deal', [], [deal('a', 5)], { new: 5 }],
    ['nothing new', [deal('a', 5)], [deal('a', 5)], {}],
    ['a larger amount', [deal('a', 5)], [deal('a', 8)], { increased: 3 }],
    ['a smaller amount', [deal('a', 5)], [deal('a', 1)], { decreased: 4 }],
    ['a win', [deal('a', 5)], [deal('a', 5, { state: 'won' })], { won: 5 }],
    [
      'a win at another price',
      [deal('a', 5)],
      [deal('a', 4, { state: 'won' })],
      { won: 4, decreased: 1 },
    ],
    [
      'a loss, whose value exports set to 0',
      [deal('a', 5)],
      [deal('a', 0, { state: 'lost' })],
      { lost: 5 },
    ],
    ['a deleted deal', [deal('a', 5)], [], { removed: 5 }],
    ['a reopened deal', [deal('a', 5, { state: 'lost' })], [deal('a', 6)], { new: 6 }],
    [
      'a deal won before it was ever seen',
      [],
      [deal('a', 5, { state: 'won' })],
      { new: 5, won: 5 },
    ],
    ['an old win', [deal('a', 5, { state: 'won' })], [deal('a', 5, { state: 'won' })], {}],
    [
      'a loss turned into a win',
      [deal('a', 5, { state: 'lost' })],
      [deal('a', 5, { state: 'won' })],
      { won: 5, lost: -5 },
    ],
    [
      'a loss without a value turned into a win',
      [deal('a', 0, { state: 'lost' })],
      [deal('a', 5, { state: 'won' })],
      { increased: 5, won: 5, lost: 0 },
    ],
    [
      'a win turned into a loss, whose value exports set to 0',
      [deal('a', 5, { state: 'won' })],
      [deal('a', 0, { state: 'lost' })],
      { won: -5, lost: 5 },
    ],
    ['a close date out of the period', [deal('a', 5)], [deal('a', 5, later)], { movedOut: 5 }],
    [
      'a close date into the period',
      [deal('a', 5, later)],
      [deal('a', 7)],
      { movedIn: 5, increased: 2 },
    ],
    ['a later deal deleted', [deal('a', 5, later)], [], {}],
  ])('puts %s into its own bar', (_name, before, after, expected) => {
    const result = waterfall(before, after, inQuarter);
    expect(bars(result)).toEqual(expected);
    expect(reached(result)).toBe(result.end.amountMinor);
  });

  test('counts reopened deals apart from other new ones', () => {
    const before = [deal('a', 5, { state: 'won' })];
    const result = waterfall(before, [deal('a', 5), deal('b', 1)]);
    expect(result.new.count).toBe(2);
    expect(result.reopenedCount).toBe(1);
  });

  test('takes back what was counted before in number too, and says how many', () => {
    const before = [deal('a', 5, { state: 'won' }), deal('b', 7)];
    const after = [deal('a', 5, { state: 'lost' }), deal('b', 7, { state: 'won' })];
    const result = waterfall(before, after);
    expect(result.won).toEqual({ count: 0, amountMinor: 2 });
    expect(result.lost).toEqual({ count: 1, amountMinor: 5 });
    expect([result.correctedCount, result.reopenedCount, result.new.count]).toEqual([1, 0, 0]);
  });

  test('a corrected outcome handed over reconciles for both people', () => {
    const before = [deal('a', 5, { state: 'lost' })];
    const after = [deal('a', 6, { state: 'won', ownerId: 'han' })];
    const of = (owner: string) =>
      bars(waterfall(before, after, ({ ownerId }) => ownerId === owner));
    expect(of('li')).toEqual({ lost: -5, movedOut: 5 });
    expect(of('han')).toEqual({ movedIn: 5, increased: 1, won: 6 });
  });

  test('shows a hand-over to both people, won by the one who closed it', () => {
    const before = [deal('a', 5)];
    const after = [deal('a', 6, { state: 'won', ownerId: 'han' })];
    const of = (owner: string) =>
      bars(waterfall(before, after, ({ ownerId }) => ownerId === owner));
    expect(of('li')).toEqual({ movedOut: 5 });
    expect(of('han')).toEqual({ movedIn: 5, increased: 1, won: 6 });
    expect(bars(waterfall(before, after))).toEqual({ increased: 1, won: 6 });
  });
});

type Event = Readonly<{ id: number; act: number; amount: number; owner: number }>;

const owners = ['li', 'han', 'zhao'];
const anyEvent: fc.Arbitrary<Event> = fc.record({
  id: fc.nat(7),
  act: fc.nat(7),
  amount: fc.integer({ min: 0, max: 1_000_000_000 }),
  owner: fc.nat(2),
});

/** Applies an event and returns what it adds to the open pipeline of each owner. */
function apply(world: Map<string, DealSnapshot>, event: Event, live: Map<string, number>): void {
  const key = `d${event.id}`;
  const old = world.get(key);
  const owner = owners[event.owner] ?? 'li';
  const next = nextSnapshot(key, old, event, owner);
  if (next) world.set(key, next);
  else world.delete(key);
  const credit = (snapshot: DealSnapshot | null | undefined, sign: number) => {
    if (snapshot?.state !== 'open') return;
    live.set(snapshot.ownerId, (live.get(snapshot.ownerId) ?? 0) + sign * snapshot.amountMinor);
  };
  credit(old, -1);
  credit(next, 1);
}

function nextSnapshot(
  key: string,
  old: DealSnapshot | undefined,
  { act, amount }: Event,
  owner: string,
): DealSnapshot | null {
  if (!old) return deal(key, amount, { ownerId: owner });
  if (act <= 1) return { ...old, amountMinor: amount };
  if (act === 2) return { ...old, ownerId: owner };
  if (act === 3) return { ...old, state: 'won', ownerId: owner };
  if (act === 4) return { ...old, state: 'lost', amountMinor: 0 };
  if (act === 5) return { ...old, state: 'open', amountMinor: amount };
  return act === 6 ? null : { ...old, expectedCloseOn: '2027-03-01' };
}

describe('over any history of events', () => {
  const anyCase = fc.tuple(
    fc.array(anyEvent, { maxLength: 40 }),
    fc.array(anyEvent, { maxLength: 40 }),
  );

  test('every slice reconciles with the live pipeline to the cent', () => {
    fc.assert(
      fc.property(anyCase, ([earlier, later]) => {
        const [world, live] = [new Map<string, DealSnapshot>(), new Map<string, number>()];
        for (const event of earlier) apply(world, event, live);
        const before = [...world.values()];
        for (const event of later) apply(world, event, live);
        const after = [...world.values()];

        const team = waterfall(before, after);
        const slices = owners.map((owner) => waterfall(before, after, (d) => d.ownerId === owner));
        expect(reached(team)).toBe(owners.reduce((sum, owner) => sum + (live.get(owner) ?? 0), 0));
        for (const [index, slice] of slices.entries()) {
          expect(reached(slice)).toBe(live.get(owners[index] ?? '') ?? 0);
        }
        const brief = briefWaterfall(team);
        const shortSum = brief.startMinor + brief.newMinor - brief.wonMinor - brief.lostMinor;
        expect(shortSum + brief.changedMinor + brief.movedMinor).toBe(brief.endMinor);
      }),
      { numRuns: 1_000 },
    );
  });

  test('the people add up to the team, and what one hands over another takes', () => {
    fc.assert(
      fc.property(anyCase, ([earlier, later]) => {
        const [world, live] = [new Map<string, DealSnapshot>(), new Map<string, number>()];
        for (const event of earlier) apply(world, event, live);
        const before = [...world.values()];
        for (const event of later) apply(world, event, live);
        const after = [...world.values()];

        const team = waterfall(before, after);
        const slices = owners.map((owner) => waterfall(before, after, (d) => d.ownerId === owner));
        const total = (
          bar:
            | 'new'
            | 'movedIn'
            | 'movedOut'
            | 'increased'
            | 'decreased'
            | 'won'
            | 'lost'
            | 'removed',
        ) => slices.reduce((sum, slice) => sum + slice[bar].amountMinor, 0);
        expect(total('movedIn')).toBe(total('movedOut'));
        expect(team.movedIn.count + team.movedOut.count).toBe(0);
        for (const bar of ['new', 'increased', 'decreased', 'won', 'lost', 'removed'] as const) {
          expect(total(bar)).toBe(team[bar].amountMinor);
        }
      }),
      { numRuns: 300 },
    );
  });
});
