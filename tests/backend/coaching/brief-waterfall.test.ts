import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { buildDeal, standardStages } from '#tests/support/builders/deal.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import { holdSession } from '#tests/support/builders/session.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

type Event =
  | { kind: 'create'; amount: number; owner: 0 | 1 }
  | { kind: 'amount'; deal: number; amount: number }
  | { kind: 'move'; deal: number; stage: number }
  | { kind: 'hand'; deal: number; owner: 0 | 1 }
  | { kind: 'delete'; deal: number }
  | { kind: 'session' };

const owner = fc.constantFrom<0 | 1>(0, 1);
const deal = fc.nat(9);
const amount = fc.integer({ min: 0, max: 1e12 });
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), amount, owner }),
  fc.record({ kind: fc.constant('amount' as const), deal, amount }),
  fc.record({ kind: fc.constant('move' as const), deal, stage: fc.nat(6) }),
  fc.record({ kind: fc.constant('hand' as const), deal, owner }),
  fc.record({ kind: fc.constant('delete' as const), deal }),
  fc.record({ kind: fc.constant('session' as const) }),
);

const start = Date.parse('2026-09-01T01:00:00.000Z');
const hour = 3_600_000;

type Team = { backend: TestBackend; people: string[]; stages: string[]; deals: string[] };

async function play(team: Team, events: readonly Event[]): Promise<void> {
  const { platform } = team.backend;
  for (const [at, one] of events.entries()) {
    platform.clock.set(new Date(start + at * 7 * hour).toISOString());
    await happen(team, one, platform.now().toISOString());
  }
  platform.clock.set(new Date(start + events.length * 7 * hour).toISOString());
}

async function happen(team: Team, one: Event, at: string): Promise<void> {
  const { backend, people, deals } = team;
  const personAt = (n: number) => people[n] ?? '';
  if (one.kind === 'session') {
    await holdSession(backend, { personId: personAt(0), at });
    return;
  }
  if (one.kind === 'create') {
    const facts = { amountMinor: one.amount, ownerId: personAt(one.owner) };
    deals.push(await buildDeal(backend, facts));
    return;
  }
  const id = deals[one.deal % Math.max(1, deals.length)];
  if (id === undefined) return;
  await change(team, one, id);
}

async function change(
  { backend: { client }, people, stages, deals }: Team,
  one: Exclude<Event, { kind: 'session' | 'create' }>,
  id: string,
): Promise<void> {
  if (one.kind === 'amount') {
    await client.deals.editDeal({ id, facts: { amountMinor: one.amount } });
  } else if (one.kind === 'hand') {
    await client.deals.editDeal({ id, facts: { ownerId: people[one.owner] ?? '' } });
  } else if (one.kind === 'move') {
    const closing = { lossReason: '价格' };
    const stageId = stages[one.stage] ?? '';
    await client.deals.moveDeal({ id, stageId, closing, reason: '测试' });
  } else {
    await client.deals.deleteDeals({ selection: { ids: [id] } });
    deals.splice(deals.indexOf(id), 1);
  }
}

test('whatever happens to the deals, the bars lead from the last total to the live one, to the cent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 14 }), async (events) => {
      const backend = await startBackend();
      const people = [(await buildPerson(backend)).id, (await buildPerson(backend)).id];
      const named = await standardStages(backend);
      const stages = Object.values(named).flatMap((stage) =>
        typeof stage === 'string' ? [] : [stage.id],
      );
      await play({ backend, people, stages, deals: [] }, events);
      const personId = people[0] ?? '';
      const { brief } = await backend.client.coaching.getPrep({ personId });
      const filter = { ownerIds: [personId], statuses: ['open' as const] };
      const live = await backend.client.deals.getTotals({ filter });
      await backend.stop();
      if (brief.pipeline === null) return;
      const { startMinor, newMinor, wonMinor, lostMinor, ...rest } = brief.pipeline;
      const moved = rest.changedMinor + rest.movedMinor;
      expect(startMinor + newMinor - wonMinor - lostMinor + moved).toBe(rest.endMinor);
      expect(rest.endMinor).toBe(live.sumMinor);
    }),
    { numRuns: 12 },
  );
}, 120_000);
