import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { buildPerson } from '#tests/support/builders/person.ts';
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

test('a quota that was never set is unknown, not zero', async () => {
  await buildPerson(backend);
  const grid = await backend.client.people.getQuotaGrid({ year: null });
  expect(grid.year).toBe(2026);
  expect(grid.rows[0]).toMatchObject({ amountsMinor: [null, null, null, null], totalMinor: null });
  expect(grid.totalsMinor).toEqual([null, null, null, null]);
});

test('quarters follow the fiscal year of the settings', async () => {
  await backend.client.settings.saveSettings({ fiscalYearStartMonth: 4 });
  const grid = await backend.client.people.getQuotaGrid({ year: null });
  expect(grid.quarters[2]).toEqual({ index: 3, startOn: '2026-10-01', endOn: '2026-12-31' });
  expect(grid.quarters[3]?.endOn).toBe('2027-03-31');
});

test('many cells are set in one step of undo, and totals are exact', async () => {
  const { client } = backend;
  const first = await buildPerson(backend);
  const second = await buildPerson(backend, { name: '韩梅梅' });
  await client.people.setQuotas({
    cells: [
      { personId: first.id, periodStartOn: '2026-10-01', amountMinor: 100_000_01 },
      { personId: second.id, periodStartOn: '2026-10-01', amountMinor: 200_000_02 },
    ],
  });
  const grid = await client.people.getQuotaGrid({ year: 2026 });
  expect(grid.totalsMinor).toEqual([null, null, null, 300_000_03]);
  await client.workspace.undo();
  expect((await client.people.getQuotaGrid({ year: 2026 })).totalsMinor[3]).toBeNull();
});

test('a changed quota replaces the old one, and null clears it', async () => {
  const { client } = backend;
  const { id } = await buildPerson(backend);
  const cell = { personId: id, periodStartOn: '2026-10-01' };
  await client.people.setQuotas({ cells: [{ ...cell, amountMinor: 100 }] });
  await client.people.setQuotas({ cells: [{ ...cell, amountMinor: 250 }] });
  expect((await client.people.getQuotaGrid({ year: null })).rows[0]?.totalMinor).toBe(250);
  await client.people.setQuotas({ cells: [{ ...cell, amountMinor: null }] });
  expect((await client.people.getQuotaGrid({ year: null })).rows[0]?.totalMinor).toBeNull();
});

test('a day inside a quarter is no quarter', async () => {
  const { id } = await buildPerson(backend);
  const cells = [{ personId: id, periodStartOn: '2026-10-02', amountMinor: 1 }];
  await expect(backend.client.people.setQuotas({ cells })).rejects.toMatchObject({
    code: 'bad_input',
  });
});

test('someone who left before the year has no row in it', async () => {
  const { id } = await buildPerson(backend);
  await backend.client.people.recordLeaving({ personId: id, leftOn: '2026-06-30' });
  expect((await backend.client.people.getQuotaGrid({ year: 2026 })).rows).toHaveLength(1);
  expect((await backend.client.people.getQuotaGrid({ year: 2027 })).rows).toHaveLength(0);
});
