import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { buildAccount } from '#tests/support/builders/account.ts';
import { buildDeal, standardStages } from '#tests/support/builders/deal.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import { readDocument } from '#tests/support/read-document.ts';
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

const order = {
  sort: { by: 'amount' as const, descending: true },
  columns: [
    'name' as const,
    'owner' as const,
    'stage' as const,
    'amount' as const,
    'closeOn' as const,
  ],
  language: 'zh-CN' as const,
  format: 'csv' as const,
};

test('a list is written in its order and columns, and no cell starts a formula', async () => {
  const owner = await buildPerson(backend);
  await buildDeal(backend, { name: '=1+1', amountMinor: 12_345, ownerId: owner.id });
  await buildDeal(backend, { name: '大单', amountMinor: 900_000, expectedCloseOn: '2026-12-31' });
  const file = await backend.client.deals.exportDeals({
    ...order,
    selection: { filter: {}, exceptIds: [] },
  });
  expect(file).toMatchObject({ kind: 'deal_list', name: '2026-11-24_商机.csv', mime: 'text/csv' });
  const text = Buffer.from(await readDocument(backend, file.id)).toString('utf8');
  expect(text.replace('\uFEFF', '').trim().split('\r\n')).toEqual([
    '商机,负责人,阶段,金额,关单日',
    '大单,,新建,9000.00,2026-12-31',
    "'=1+1,李雷,新建,123.45,",
  ]);
});

test('only what was ticked is written, in the order of the list', async () => {
  const small = await buildDeal(backend, { name: '小', amountMinor: 100 });
  const big = await buildDeal(backend, { name: '大', amountMinor: 900 });
  await buildDeal(backend, { name: '没选', amountMinor: 500 });
  const file = await backend.client.deals.exportDeals({
    ...order,
    columns: ['name'],
    selection: { ids: [small, big] },
  });
  const text = Buffer.from(await readDocument(backend, file.id)).toString('utf8');
  expect(text.replace('\uFEFF', '').trim().split('\r\n').slice(1)).toEqual(['大', '小']);
});

test('a reason of the list is written in words, one that was imported as it is', async () => {
  const { lost } = await standardStages(backend);
  const account = await buildAccount(backend);
  for (const lossReason of ['price', '客户搬迁']) {
    const id = await buildDeal(backend, { accountId: account, name: lossReason });
    await backend.client.deals.moveDeal({ id, stageId: lost.id, closing: { lossReason } });
  }
  const file = await backend.client.deals.exportDeals({
    ...order,
    sort: { by: 'name', descending: false },
    columns: ['lossReason', 'health'],
    language: 'en',
    selection: { filter: {}, exceptIds: [] },
  });
  const text = Buffer.from(await readDocument(backend, file.id)).toString('utf8');
  expect(text.replace('\uFEFF', '').trim().split('\r\n')).toEqual([
    'Reason lost,Health',
    'Price,',
    '客户搬迁,',
  ]);
});
