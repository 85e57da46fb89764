import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { trackedTables } from '#backend/database/tracked-tables.ts';
import { searchSources } from '#backend/features/search/search-sources.ts';
import { growText } from '#shared/contract/coaching-grow.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import { buildCommitment } from '#tests/support/builders/session.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';
import { seedActivities, seedDeals, titles } from './seed.ts';

let backend: TestBackend;

beforeEach(async () => {
  backend = await startBackend();
});
afterEach(() => backend.stop());
afterAll(removeTestDirectories);

describe('Chinese', () => {
  beforeEach(async () => {
    await seedDeals(backend, [
      { name: '信达二期', note: '决策链未明' },
      { name: '信达集团核心系统' },
      { name: '达信科技年框' },
      { name: '重庆长安智能质检' },
    ]);
  });

  test.each([
    ['信', ['信达二期', '信达集团核心系统', '达信科技年框']],
    ['达', ['达信科技年框', '信达二期', '信达集团核心系统']],
    ['信达', ['信达二期', '信达集团核心系统']],
    ['二期', ['信达二期']],
    ['决策', ['信达二期']],
    ['信期', []],
  ])('%s is found as it stands, in one or two characters', async (query, expected) => {
    expect(await titles(backend, query)).toEqual(expected);
  });

  test.each([
    ['xdeq', '信达二期'],
    ['XDEQ', '信达二期'],
    ['eq', '信达二期'],
    ['xinda', '信达二期'],
    ['erqi', '信达二期'],
    ['cqca', '重庆长安智能质检'],
    ['chongqing', '重庆长安智能质检'],
  ])('%s brings %s first, by its pinyin', async (query, expected) => {
    expect((await titles(backend, query))[0]).toBe(expected);
  });

  test('a surname is found by its own reading and by the usual one', async () => {
    await buildPerson(backend, { name: '单雄信' });
    expect(await titles(backend, 'sxx')).toEqual(['单雄信']);
    expect(await titles(backend, 'dxx')).toContain('单雄信');
  });
});

test('Latin words are found by their beginning, in any width, case or accent', async () => {
  await seedDeals(backend, [{ name: 'Café Zürich GTX Pro' }]);
  for (const query of ['cafe', 'ZUR', 'ｇｔｘ', 'pro zurich', 'czgp']) {
    expect(await titles(backend, query)).toEqual(['Café Zürich GTX Pro']);
  }
});

const hostile = {
  'a NEAR group': 'NEAR(',
  'a NEAR group after a word': '信达 NEAR(二期)',
  'a star': '*',
  'a quote': '"',
  'four quotes': '""""',
  'a way out of quotes': 'a" OR name:*',
  'a statement': "'; drop table deal; --",
  'a percent sign': '%',
  'an underscore': '_',
  'a hyphen': '-',
  'a column': '{name} : x',
  'a null character': '\u0000',
  'a family': '👨‍👩‍👧',
  'half a surrogate pair': '\ud83d',
  '15 KB of one character': '信'.repeat(5000),
  '10 KB of words': 'a b '.repeat(2500),
};

test.each(Object.entries(hostile))('%s is never read as an operator', async (_name, query) => {
  await seedDeals(backend, [{ name: '信达二期' }]);
  const { hits } = await backend.client.search.find({ text: query, isPresenting: false });
  expect(hits.length).toBeLessThanOrEqual(1);
});

describe('the index follows every change', () => {
  test('undo and redo take names out and bring them back', async () => {
    await seedDeals(backend, [{ name: '信达二期' }]);
    await backend.client.workspace.undo();
    expect(await titles(backend, 'xdeq')).toEqual([]);
    await backend.client.workspace.redo();
    expect(await titles(backend, 'xdeq')).toEqual(['信达二期']);
  });

  test('a new name replaces the old one', async () => {
    const person = await buildPerson(backend, { name: '李雷' });
    expect(await titles(backend, 'lilei')).toEqual(['李雷']);
    await backend.client.people.changePerson({ personId: person.id, changes: { name: '韩梅梅' } });
    expect(await titles(backend, '李雷')).toEqual([]);
    expect(await titles(backend, 'hmm')).toEqual(['韩梅梅']);
  });

  test('searching is no step of undo', async () => {
    await seedDeals(backend, [{ name: '信达二期' }]);
    await titles(backend, 'xdeq');
    await backend.client.search.rememberChoice({ text: 'xdeq', target: 'command:undo' });
    expect(await backend.client.workspace.listUndoSteps()).toHaveLength(1);
  });

  test('it is there again after a restart', async () => {
    await seedDeals(backend, [{ name: '信达二期' }]);
    await titles(backend, 'x');
    await backend.stop();
    backend = await startBackend({ dataDirectory: backend.dataDirectory });
    expect(await titles(backend, 'xdeq')).toEqual(['信达二期']);
  });
});

test('private text is found, and in presentation mode it is not', async () => {
  const person = await buildPerson(backend, { name: '李雷' });
  await backend.client.texts.saveText({
    table: 'person',
    id: person.id,
    field: 'private_note',
    text: '想转岗到华南',
  });
  expect(await titles(backend, '转岗')).toEqual(['李雷']);
  expect(await titles(backend, '转岗', { isPresenting: true })).toEqual([]);
  expect(await titles(backend, '李雷', { isPresenting: true })).toEqual(['李雷']);
});

test('names come before notes, and notes are found', async () => {
  await seedActivities(backend, ['与信达二期项目组会面']);
  await seedDeals(backend, [{ name: '年度框架', note: '参考信达二期' }, { name: '信达二期' }]);
  const found = await titles(backend, '信达二期');
  expect(found[0]).toBe('信达二期');
  expect(found).toHaveLength(3);
});

test('what was chosen for the same words comes first the next time', async () => {
  const [, second] = await seedDeals(backend, [{ name: '信达二期' }, { name: '信达二期扩容' }]);
  expect((await titles(backend, 'xdeq'))[0]).toBe('信达二期');
  await backend.client.search.rememberChoice({ text: 'xdeq', target: `deal:${second}` });
  expect((await titles(backend, 'XDEQ'))[0]).toBe('信达二期扩容');
  expect((await titles(backend, '信达'))[0]).toBe('信达二期');
});

test('every searched table says how it is found', () => {
  const searched = Object.entries(trackedTables)
    .filter(([, table]) => table.searched !== undefined)
    .map(([name, { searched }]) =>
      searched === true || searched === undefined ? name : searched.as,
    );
  expect([...new Set(searched)].sort()).toEqual(Object.keys(searchSources).sort());
});

test('what was deleted or made private a moment ago is not shown, whatever the index knows', async () => {
  const { client, workspace } = backend;
  const { id: personId } = await buildPerson(backend, { name: '韩梅梅' });
  const { id: commitmentId } = await buildCommitment(backend, { personId, text: '谈过心结' });
  const [dealId = ''] = await seedDeals(backend, [{ name: '信达二期' }]);
  const seen = (text: string) => titles(backend, text);
  expect(await seen('谈过心结')).toEqual(['谈过心结']);
  expect(await seen('信达二期')).toEqual(['信达二期']);
  const changes = { visibility: 'private' } as const;
  await client.coaching.changeCommitment({ commitmentId, changes });
  await workspace.runCommand('test.deleteDeal', ({ db }) =>
    db.updateTable('deal').set({ deleted_at: '2026-11-24' }).where('id', '=', dealId).execute(),
  );
  const show = (table: string, id: string, isPresenting: boolean) =>
    workspace.runQuery(async ({ db }) => searchSources[table]?.show(db, [id], { isPresenting }));
  expect(await show('action_item', commitmentId, true)).toEqual([]);
  expect(await show('action_item', commitmentId, false)).toMatchObject([{ title: '谈过心结' }]);
  expect(await show('deal', dealId, false)).toEqual([]);
});

test('a session is found by every text of its record, and shown shared ones only', async () => {
  const { client } = backend;
  const { id: personId } = await buildPerson(backend, { name: '韩梅梅' });
  const { id } = await client.coaching.startSession({ personId, sessionId: null });
  for (const field of growText.options) {
    const text = `词${field.replaceAll('_', '')}`;
    await client.texts.saveText({ table: 'grow_record', id, field, text });
  }
  const changes = { willVisibility: 'shared' } as const;
  await client.coaching.changeGrow({ sessionId: id, changes });
  const found = async (field: string, isPresenting: boolean) => {
    const text = `词${field.replaceAll('_', '')}`;
    return (await client.search.find({ text, limit: 5, isPresenting })).hits.length;
  };
  for (const field of growText.options) {
    expect([field, await found(field, false)]).toEqual([field, 1]);
    const isOfWill = !/^(goal|reality)_/.test(field);
    expect([field, await found(field, true)]).toEqual([field, isOfWill ? 1 : 0]);
  }
});
