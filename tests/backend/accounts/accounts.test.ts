import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { buildAccount } from '#tests/support/builders/account.ts';
import { buildActivity } from '#tests/support/builders/activity.ts';
import { buildDeal, standardStages } from '#tests/support/builders/deal.ts';
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

const byName = { by: 'name', descending: false } as const;

test('the list sums the deals of each account and says when it was last seen', async () => {
  const owner = await buildPerson(backend);
  const xinda = await buildAccount(backend, { ownerId: owner.id, industry: '制造' });
  await buildAccount(backend, { name: '远方科技' });
  const { won } = await standardStages(backend);
  await buildDeal(backend, { accountId: xinda, amountMinor: 300 });
  const sold = await buildDeal(backend, { accountId: xinda, amountMinor: 200 });
  await backend.client.deals.moveDeal({ id: sold, stageId: won.id });
  await buildActivity(backend, { accountId: xinda, happenedAt: '2026-11-20T02:00:00.000Z' });
  const { count, openMinor, rows } = await backend.client.accounts.listAccounts({
    filter: {},
    sort: { by: 'openMinor', descending: true },
  });
  expect([count, openMinor]).toEqual([2, 300]);
  expect(rows[0]).toMatchObject({
    name: '信达集团',
    owner: { id: owner.id, name: '李雷' },
    openCount: 1,
    openMinor: 300,
    wonCount: 1,
    wonMinor: 200,
    lastActivityAt: '2026-11-20T02:00:00.000Z',
  });
  expect(rows[1]).toMatchObject({ name: '远方科技', openMinor: 0, lastActivityAt: null });
});

test('accounts are found by any part of their name, whatever the width of its letters', async () => {
  await buildAccount(backend, { name: 'ＡＢＣ精密有限公司' });
  await buildAccount(backend, { name: '100%纯棉_纺织' });
  const found = async (text: string) =>
    (await backend.client.accounts.findAccounts({ text })).map(({ name }) => name);
  expect(await found('abc')).toEqual(['ＡＢＣ精密有限公司']);
  expect(await found('有限')).toEqual(['ＡＢＣ精密有限公司']);
  expect(await found('0%')).toEqual(['100%纯棉_纺织']);
  expect(await found('_')).toEqual(['100%纯棉_纺织']);
});

test('the list is narrowed by industry, level and owner, and sorted', async () => {
  await buildAccount(backend, { name: 'A', industry: '制造', level: 'key' });
  await buildAccount(backend, { name: 'B', industry: '金融', level: 'strategic' });
  await buildAccount(backend, { name: 'C' });
  const names = async (
    filter: object,
    sort: { by: 'level'; descending: boolean } | typeof byName,
  ) => (await backend.client.accounts.listAccounts({ filter, sort })).rows.map(({ name }) => name);
  expect(await names({ industries: ['制造'] }, byName)).toEqual(['A']);
  expect(await names({ levels: ['key', 'strategic'] }, byName)).toEqual(['A', 'B']);
  expect(await names({ ownerIds: ['none'] }, byName)).toEqual(['A', 'B', 'C']);
  expect(await names({}, { by: 'level', descending: true })).toEqual(['B', 'A', 'C']);
});

test('a group rolls up the pipeline of everything below it', async () => {
  const group = await buildAccount(backend, { name: '集团' });
  const company = await buildAccount(backend, { name: '公司', parentId: group });
  const plant = await buildAccount(backend, { name: '工厂', parentId: company });
  await buildDeal(backend, { accountId: plant, amountMinor: 700 });
  await buildDeal(backend, { accountId: group, amountMinor: 50 });
  const top = await backend.client.accounts.getAccount({ id: group });
  expect(top.own.open).toMatchObject({ count: 1, sumMinor: 50 });
  expect(top.group.open).toMatchObject({ count: 2, sumMinor: 750 });
  expect(top.children.map(({ name }) => name)).toEqual(['公司']);
  const { parents, deals } = await backend.client.accounts.getAccount({ id: plant });
  expect(parents.map(({ name }) => name)).toEqual(['集团', '公司']);
  expect(deals.map(({ amountMinor }) => amountMinor)).toEqual([700]);
});

test('an account cannot come below itself, nor six deep', async () => {
  const ids: string[] = [];
  for (const name of ['1', '2', '3', '4', '5']) {
    const parentId = ids.at(-1) ?? null;
    ids.push(await buildAccount(backend, { name, parentId }));
  }
  const [first = '', , , , fifth = ''] = ids;
  const changeAccount = backend.client.accounts.changeAccount;
  await expect(changeAccount({ id: first, changes: { parentId: fifth } })).rejects.toMatchObject({
    code: 'account_cycle',
  });
  await expect(changeAccount({ id: first, changes: { parentId: first } })).rejects.toMatchObject({
    code: 'account_cycle',
  });
  await expect(buildAccount(backend, { name: '6', parentId: fifth })).rejects.toMatchObject({
    code: 'account_too_deep',
  });
});

test('a change keeps what is not named, and is one step back', async () => {
  const id = await buildAccount(backend, { industry: '制造', website: 'xinda.example' });
  await backend.client.accounts.changeAccount({
    id,
    changes: { industry: '能源', region: '华东' },
  });
  expect(await backend.client.accounts.getAccount({ id })).toMatchObject({
    industry: '能源',
    region: '华东',
    website: 'xinda.example',
  });
  await backend.client.workspace.undo();
  expect(await backend.client.accounts.getAccount({ id })).toMatchObject({
    industry: '制造',
    region: '',
  });
});

test('an account with deals or companies below it is not removed', async () => {
  const id = await buildAccount(backend);
  const deal = await buildDeal(backend, { accountId: id });
  const remove = () => backend.client.accounts.removeAccount({ id });
  await expect(remove()).rejects.toMatchObject({ code: 'account_in_use' });
  await backend.client.deals.deleteDeals({ selection: { ids: [deal] } });
  await remove();
  await expect(backend.client.accounts.getAccount({ id })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('a product keeps what a change does not name', async () => {
  const { accounts } = backend.client;
  const facts = { series: 'GTX', listPriceMinor: 120_000 };
  const { id } = await accounts.saveProduct({ name: 'GTX Pro', ...facts });
  const saved = async () => (await accounts.listProducts()).find((one) => one.id === id);
  await accounts.saveProduct({ id, name: 'GTX Max' });
  expect(await saved()).toMatchObject({ name: 'GTX Max', ...facts });
  await accounts.saveProduct({ id, name: 'GTX Max', series: '', listPriceMinor: null });
  expect(await saved()).toMatchObject({ series: '', listPriceMinor: null });
  await accounts.removeProduct({ id });
});

test('a product in use is not removed', async () => {
  const { id } = await backend.client.accounts.saveProduct({ name: 'GTX Pro', series: 'GTX' });
  const deal = await buildDeal(backend, { productId: id });
  expect(await backend.client.accounts.listProducts()).toMatchObject([
    { name: 'GTX Pro', series: 'GTX', listPriceMinor: null, dealCount: 1 },
  ]);
  const remove = () => backend.client.accounts.removeProduct({ id });
  await expect(remove()).rejects.toMatchObject({
    code: 'product_in_use',
    data: { name: 'GTX Pro' },
  });
  await backend.client.deals.editDeal({ id: deal, facts: { productId: null } });
  await remove();
  expect(await backend.client.accounts.listProducts()).toEqual([]);
});
