import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { addDays } from '#shared/domain/dates/local-date.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import { buildCommitment, buildSession, holdSession } from '#tests/support/builders/session.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);
vi.setConfig({ testTimeout: 60_000 });

const firstDay = '2026-03-02';
const lastDay = addDays(firstDay, 60);
const at = (day: number) => `${addDays(firstDay, day)}T02:00:00.000Z`;

const day = fc.nat({ max: 40 });
const session = fc.record({
  kind: fc.constant('session' as const),
  day,
  how: fc.constantFrom('hold', 'excuse', 'miss', 'remove', 'plan'),
});
const promise = fc.record({
  kind: fc.constant('promise' as const),
  day,
  dueIn: fc.option(fc.integer({ min: 0, max: 30 })),
  closedAfter: fc.option(fc.integer({ min: 0, max: 20 })),
});
const happening = fc.oneof(session, promise);
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;

async function meet(backend: TestBackend, personId: string, how: string, moment: string) {
  const { client } = backend;
  if (how === 'hold') return holdSession(backend, { personId, at: moment });
  const { id: sessionId } = await buildSession(backend, { personId });
  if (how === 'excuse') return client.coaching.excuseSession({ sessionId, reason: '出差' });
  if (how === 'miss') return client.coaching.missSession({ sessionId, reason: '客户急事' });
  return how === 'remove' ? client.coaching.removeSession({ sessionId }) : undefined;
}

async function live(backend: TestBackend, personId: string, happenings: readonly Happening[]) {
  const { client, platform } = backend;
  for (const one of happenings) {
    platform.clock.set(at(one.day));
    const today = addDays(firstDay, one.day);
    if (one.kind === 'session') await meet(backend, personId, one.how, at(one.day));
    else {
      const { dueIn, closedAfter } = one;
      const dueOn = dueIn === null ? null : addDays(today, dueIn);
      const { id } = await buildCommitment(backend, { personId, dueOn });
      if (closedAfter === null) continue;
      const closed = { closedOn: addDays(today, closedAfter), status: 'done' } as const;
      await client.coaching.settleCommitment({ commitmentId: id, sessionId: null, ...closed });
    }
  }
  platform.clock.set(`${lastDay}T02:00:00.000Z`);
}

/** The days of sessions that were held or skipped, worked out from what happened. */
const metOn = (happenings: readonly Happening[]) =>
  happenings.flatMap((one) =>
    one.kind === 'session' && ['hold', 'excuse', 'miss'].includes(one.how)
      ? [addDays(firstDay, one.day)]
      : [],
  );

test('what SQL counts of commitments is what the rules say of each of them', async () => {
  const backend = await startBackend({ now: at(0) });
  const { client } = backend;
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 12 }), async (unordered) => {
      const happenings = unordered.toSorted((a, b) => a.day - b.day);
      backend.platform.clock.set(at(0));
      const { id: personId } = await buildPerson(backend);
      await live(backend, personId, happenings);
      const list = (state: 'open' | 'overdue' | 'closed') =>
        client.coaching.listCommitments({ owner: null, personId, state });
      const open = await list('open');
      const overdue = open.filter(({ overdueDays }) => overdueDays > 0);
      const { people } = await client.coaching.getOverview();
      expect(people.find(({ person }) => person.id === personId)).toMatchObject({
        openCommitments: open.length,
        overdueCommitments: overdue.length,
      });
      const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).toSorted();
      expect(ids(await list('overdue'))).toEqual(ids(overdue));
      const days = metOn(happenings);
      for (const { madeOn, closedOn, carriedCount } of [...open, ...(await list('closed'))]) {
        const lived = days.filter((on) => on > madeOn && on <= (closedOn ?? lastDay));
        expect(carriedCount).toBe(lived.length);
      }
    }),
    { numRuns: 25 },
  );
  await backend.stop();
});
