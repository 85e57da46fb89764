import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { buildDeal, buildWonDeal } from '#tests/support/builders/deal.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import { buildCommitment, buildSession } from '#tests/support/builders/session.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

let backend: TestBackend;
beforeEach(async () => {
  backend = await startBackend();
});
afterEach(() => backend.stop());
afterAll(removeTestDirectories);

const now = '2026-11-24T01:00:00.000Z';

async function setQuota(personId: string, amountMinor: number) {
  const cells = [{ personId, periodStartOn: '2026-10-01', amountMinor }];
  await backend.client.people.setQuotas({ cells });
}

test('the team shows each person’s quarter, deals and rhythm', async () => {
  const { client, platform } = backend;
  const { id } = await buildPerson(backend, { joinedOn: '2025-01-01' });
  await setQuota(id, 1000_00);
  await buildWonDeal(backend, {
    ownerId: id,
    amountMinor: 710_00,
    daysPerStage: 1,
    from: '2026-11-10T02:00:00.000Z',
  });
  platform.clock.set(now);
  await buildDeal(backend, { ownerId: id, amountMinor: 300_00, nextStepOn: '2026-11-30' });
  const next = await buildSession(backend, { personId: id });
  await buildCommitment(backend, { personId: id, dueOn: '2026-11-20' });
  const team = await client.people.getTeam();
  expect(team.quarter).toMatchObject({ index: 4, year: 2026 });
  expect(team.rows).toMatchObject([
    {
      person: { id },
      figures: { attainmentBp: 7100, gapMinor: 290_00, openMinor: 300_00, openCount: 1 },
      health: { fine: 1, watch: 0, at_risk: 0, critical: 0 },
      coaching: { next: { id: next.id }, openCommitments: 1, overdueCommitments: 1 },
    },
  ]);
});

test('team attainment counts only people with a quota', async () => {
  const first = await buildPerson(backend);
  const second = await buildPerson(backend, { name: '韩梅梅' });
  await setQuota(first.id, 1000_00);
  const won = { amountMinor: 500_00, daysPerStage: 1, from: '2026-11-10T02:00:00.000Z' };
  await buildWonDeal(backend, { ownerId: first.id, ...won });
  await buildWonDeal(backend, { ownerId: second.id, ...won });
  backend.platform.clock.set(now);
  const { totals } = await backend.client.people.getTeam();
  expect(totals).toEqual({
    quotaMinor: 1000_00,
    quotaPeople: 1,
    wonMinor: 1000_00,
    wonCount: 2,
    attainmentBp: 5000,
    openMinor: 0,
    openCount: 0,
  });
});

test('a team without quotas has no attainment', async () => {
  await buildPerson(backend);
  const { totals, rows } = await backend.client.people.getTeam();
  expect(totals.attainmentBp).toBeNull();
  expect(rows[0]?.figures.attainmentBp).toBeNull();
});

test('someone who is only an owner of deals has no rhythm', async () => {
  await buildPerson(backend, { isCoached: false });
  const { rows } = await backend.client.people.getTeam();
  expect(rows[0]?.coaching).toBeNull();
});

test('people who left are not in the team', async () => {
  const { id } = await buildPerson(backend);
  await backend.client.people.recordLeaving({ personId: id, leftOn: '2026-11-01' });
  expect((await backend.client.people.getTeam()).rows).toEqual([]);
  const page = await backend.client.people.getPersonPage({ personId: id });
  expect(page).toMatchObject({ person: { leftOn: '2026-11-01' }, coaching: null });
});

test('what someone won who left in the quarter stays won, here and today', async () => {
  const { client, platform } = backend;
  await buildPerson(backend, { name: '韩梅梅' });
  const { id } = await buildPerson(backend);
  const old = await buildPerson(backend, { name: '早' });
  const won = { amountMinor: 500_00, daysPerStage: 1, from: '2026-10-10T02:00:00.000Z' };
  await setQuota(id, 1000_00);
  await buildWonDeal(backend, { ownerId: id, ...won });
  await buildWonDeal(backend, { ownerId: old.id, ...won });
  platform.clock.set(now);
  await client.people.recordLeaving({ personId: id, leftOn: '2026-11-01' });
  await client.people.recordLeaving({ personId: old.id, leftOn: '2026-09-30' });
  const expected = { quotaMinor: 1000_00, wonMinor: 500_00, wonCount: 1, attainmentBp: 5000 };
  const team = await client.people.getTeam();
  expect(team.totals).toMatchObject(expected);
  expect(team.rows.map(({ person }) => person.name)).toEqual(['韩梅梅']);
  expect((await client.today.getToday()).quarter).toMatchObject(expected);
});
