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

/** A quota of 1000 a quarter from October, and the fiscal year moved by one month. */
async function moveCalendar() {
  const { client } = backend;
  const { id: personId } = await buildPerson(backend);
  const starts = ['2026-07-01', '2026-10-01'];
  const cells = starts.map((periodStartOn) => ({ personId, periodStartOn, amountMinor: 1000 }));
  await client.people.setQuotas({ cells });
  await client.settings.saveSettings({ fiscalYearStartMonth: 2 });
  const row = async (year: number) => (await client.people.getQuotaGrid({ year })).rows[0];
  return { client, personId, row };
}

test('quotas stay, divided by months, when the fiscal year starts in another month', async () => {
  const { client, personId, row } = await moveCalendar();
  expect(await row(2026)).toMatchObject({
    amountsMinor: [null, 334, 333 + 333 + 334, 333 + 333],
    marks: [
      { isDivided: false, missingMonths: ['2026-02', '2026-03', '2026-04'] },
      { isDivided: true, missingMonths: ['2026-05', '2026-06'] },
      { isDivided: true, missingMonths: [] },
      { isDivided: true, missingMonths: ['2027-01'] },
    ],
    totalMinor: 2000,
  });
  await client.settings.saveSettings({ fiscalYearStartMonth: 1 });
  expect(await row(2026)).toMatchObject({ amountsMinor: [null, null, 1000, 1000] });
  const { figures } = await client.people.getPersonPage({ personId });
  expect(figures.quotaMinor).toBe(1000);
});

test('a quarter that quotas cover in part has no attainment', async () => {
  const { client, personId } = await moveCalendar();
  const { figures, quarter } = await client.people.getPersonPage({ personId });
  expect(quarter.startOn).toBe('2026-11-01');
  expect(figures).toMatchObject({ quotaMinor: null, attainmentBp: null });
});

test('a new quota takes the place of those in its days and leaves their other months', async () => {
  const { client, personId, row } = await moveCalendar();
  const set = (periodStartOn: string, amountMinor: number | null) =>
    client.people.setQuotas({ cells: [{ personId, periodStartOn, amountMinor }] });
  await set('2026-11-01', 900);
  expect(await row(2026)).toMatchObject({ amountsMinor: [null, 334, 1000, 900] });
  expect((await client.people.getPersonPage({ personId })).figures.quotaMinor).toBe(900);
  await set('2026-08-01', null);
  expect(await row(2026)).toMatchObject({ amountsMinor: [null, 334, null, 900] });
  await client.settings.saveSettings({ fiscalYearStartMonth: 1 });
  expect(await row(2026)).toMatchObject({ amountsMinor: [null, null, 334, 600] });
  await set('2026-10-01', 1500);
  expect(await row(2026)).toMatchObject({ amountsMinor: [null, null, 334, 1500] });
  await client.workspace.undo();
  expect(await row(2026)).toMatchObject({ amountsMinor: [null, null, 334, 600] });
});
