import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { trackedTables, untrackedTables } from '#backend/database/tracked-tables.ts';
import type { CommandContext } from '#backend/rpc/context.ts';
import { dumpOf } from '#tests/reliability/support/dump.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

let backend: TestBackend;
beforeEach(async () => {
  backend = await startBackend();
  return () => backend.stop();
});

const at = { created_at: '2026-01-01', updated_at: '2026-01-01', deleted_at: null, rev: 1 };
const tables = Object.keys(trackedTables);
const dump = () => dumpOf(backend.workspace.database.connection, tables);
const steps = () => backend.client.workspace.listUndoSteps();

function run(name: string, service: (context: CommandContext) => Promise<unknown>) {
  return backend.workspace.runCommand(name, service);
}

function addPerson(id: string, name = id) {
  return run('test.addPerson', ({ db }) =>
    db
      .insertInto('person')
      .values({ id, name, name_key: name, is_coached: 1, private_note: '', ...at })
      .execute(),
  );
}

function renamePerson(id: string, name: string, context?: Partial<CommandContext['step']>) {
  return run('test.renamePerson', async ({ db, step }) => {
    if (context?.mergeWith) step.mergeWith(`name:${id}`);
    await db.updateTable('person').set({ name }).where('id', '=', id).execute();
  });
}

test('every table is undone by the triggers or left out on purpose', () => {
  const { connection } = backend.workspace.database;
  const known = new Set([...tables, ...untrackedTables]);
  const found = connection
    .prepare<[], string>(
      `select name from pragma_table_list where schema = 'main' and type in ('table', 'virtual')
       and name not like 'sqlite\\_%' escape '\\'`,
    )
    .pluck()
    .all();
  expect(found.filter((table) => !known.has(table))).toEqual([]);
  expect([...known].filter((table) => !found.includes(table))).toEqual([]);
});

test('at least 100 steps can be taken back, the oldest beyond 200 go', async () => {
  await addPerson('a');
  for (let index = 0; index < 220; index += 1) await renamePerson('a', `name ${index}`);
  expect(await steps()).toHaveLength(200);
  for (let index = 0; index < 200; index += 1) await backend.client.workspace.undo();
  await expect(backend.client.workspace.undo()).rejects.toMatchObject({ code: 'nothing_to_undo' });
}, 120_000);

test('a bulk change of 20,000 rows is one step, taken back and redone', async () => {
  await run('test.import', async ({ db }) => {
    for (let batch = 0; batch < 200; batch += 1) {
      const rows = Array.from({ length: 100 }, (_, index) => ({
        id: `p${batch}-${index}`,
        name: '批量',
        name_key: '批量',
        is_coached: 1,
        private_note: '',
        ...at,
      }));
      await db.insertInto('person').values(rows).execute();
    }
  });
  const imported = dump();
  await run('test.bulk', ({ db }) =>
    db.updateTable('person').set({ name: '改', rev: sql`rev + 1` }).execute(),
  );
  const changed = dump();
  await backend.client.workspace.undo();
  expect(dump()).toBe(imported);
  await backend.client.workspace.redo();
  expect(dump()).toBe(changed);
  await backend.client.workspace.undo();
  await backend.client.workspace.undo();
  expect(
    await backend.workspace.runQuery(({ db }) => db.selectFrom('person').selectAll().execute()),
  ).toEqual([]);
}, 120_000);

test('what is touched again by an upsert goes back to how it was before the command', async () => {
  await addPerson('a', 'first');
  const before = dump();
  await run('test.upsert', async ({ db }) => {
    for (const name of ['second', 'third']) {
      await db
        .insertInto('person')
        .values({ id: 'a', name, name_key: name, is_coached: 1, private_note: '', ...at })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ name }))
        .execute();
    }
  });
  await backend.client.workspace.undo();
  expect(dump()).toBe(before);
});

test('rows that exchanged a unique value go back', async () => {
  const { connection } = backend.workspace.database;
  connection.exec('create unique index person_name_idx on person (name)');
  await addPerson('a', 'x');
  await addPerson('b', 'y');
  const before = dump();
  await run('test.exchange', async ({ db }) => {
    for (const [id, name] of [
      ['a', 'z'],
      ['b', 'x'],
      ['a', 'y'],
    ] as const) {
      await db.updateTable('person').set({ name }).where('id', '=', id).execute();
    }
  });
  const after = dump();
  await backend.client.workspace.undo();
  expect(dump()).toBe(before);
  await backend.client.workspace.redo();
  expect(dump()).toBe(after);
});

test('a parent and its children, made and removed in any order, go back and come again', async () => {
  const before = dump();
  await run('test.family', async ({ db }) => {
    await db
      .insertInto('person')
      .values({ id: 'p', name: 'p', name_key: 'p', is_coached: 1, private_note: '', ...at })
      .execute();
    await db
      .insertInto('person_leave')
      .values({ id: 'l', person_id: 'p', from_on: '2026-01-01', to_on: '2026-01-02', ...at })
      .execute();
  });
  const family = dump();
  await run('test.remove', async ({ db }) => {
    await db.deleteFrom('person_leave').execute();
    await db.deleteFrom('person').execute();
  });
  await backend.client.workspace.undo();
  expect(dump()).toBe(family);
  await backend.client.workspace.undo();
  expect(dump()).toBe(before);
  await backend.client.workspace.redo();
  expect(dump()).toBe(family);
});

test('a change that ends as it began leaves no step', async () => {
  await addPerson('a', 'x');
  await run('test.nothing', async ({ db }) => {
    await db.updateTable('person').set({ name: 'y' }).execute();
    await db.updateTable('person').set({ name: 'x' }).execute();
    await db
      .insertInto('person')
      .values({ id: 'b', name: 'b', name_key: 'b', is_coached: 1, private_note: '', ...at })
      .execute();
    await db.deleteFrom('person').where('id', '=', 'b').execute();
  });
  expect((await steps()).map((step) => step.command)).toEqual(['test.addPerson']);
  expect(await backend.client.workspace.listHistory({ table: 'person', id: 'a' })).toEqual([]);
});

test('history has one entry for each command, undo and redo, with the net change', async () => {
  await addPerson('a', 'x');
  await run('test.twice', async ({ db }) => {
    await db.updateTable('person').set({ name: 'y' }).execute();
    await db.updateTable('person').set({ name: 'z', email: 'z@example.com' }).execute();
  });
  await backend.client.workspace.undo();
  await backend.client.workspace.redo();
  const history = await backend.client.workspace.listHistory({ table: 'person', id: 'a' });
  const forth = [
    { field: 'name', before: 'x', after: 'z' },
    { field: 'email', before: null, after: 'z@example.com' },
  ];
  const back = forth.map(({ field, before, after }) => ({ field, before: after, after: before }));
  expect(history.map(({ command, changes }) => ({ command, changes }))).toEqual([
    { command: 'redo:test.twice', changes: forth },
    { command: 'undo:test.twice', changes: back },
    { command: 'test.twice', changes: forth },
  ]);
});

test('typing in one field is one step until a pause of five minutes', async () => {
  const merge = { mergeWith: () => undefined };
  await addPerson('a', '');
  for (const [time, name] of [
    ['01:00', '客'],
    ['01:04', '客户'],
    ['01:10', '客户说'],
  ] as const) {
    backend.platform.clock.set(`2026-11-24T${time}:00.000Z`);
    await renamePerson('a', name, merge);
  }
  const name = async () =>
    (
      await backend.workspace.runQuery(({ db }) => db.selectFrom('person').select('name').execute())
    )[0]?.name;
  await backend.client.workspace.undo();
  expect(await name()).toBe('客户');
  await backend.client.workspace.undo();
  expect(await name()).toBe('');
  await backend.client.workspace.redo();
  await renamePerson('a', '客户说', merge);
  await backend.client.workspace.undo();
  expect(await name()).toBe('客户');
});

test('a clock set back does not glue typing of different days together', async () => {
  const merge = { mergeWith: () => undefined };
  await addPerson('a', '');
  await renamePerson('a', 'x', merge);
  backend.platform.clock.set('2020-01-01T00:00:00.000Z');
  await renamePerson('a', 'y', merge);
  expect(await steps()).toHaveLength(3);
});

test('what is final stays, and so does all that led to it', async () => {
  await addPerson('a', 'a');
  await addPerson('b', 'b');
  await run('test.both', ({ db }) => db.updateTable('person').set({ team: 't' }).execute());
  await addPerson('c', 'c');
  await run('test.final', async ({ db, step }) => {
    await db.updateTable('person').set({ name: 'final' }).where('id', '=', 'b').execute();
    step.makeFinal([{ table: 'person', id: 'b' }]);
  });
  expect((await steps()).map((step) => step.command)).toEqual(['test.addPerson']);
  await backend.client.workspace.undo();
  const people = await backend.workspace.runQuery(({ db }) =>
    db.selectFrom('person').select(['id', 'name', 'team']).orderBy('id').execute(),
  );
  expect(people).toEqual([
    { id: 'a', name: 'a', team: 't' },
    { id: 'b', name: 'final', team: 't' },
  ]);
});

test('what is kept for good and touches nothing undone leaves redo as it was', async () => {
  await addPerson('a', 'before');
  await renamePerson('a', 'after');
  await backend.client.workspace.undo();
  await run('test.keep', async ({ db, step }) => {
    await db
      .insertInto('product')
      .values({ id: 'kept', name: 'kept', name_key: 'kept', ...at })
      .execute();
    step.makeFinal([{ table: 'product', id: 'kept' }]);
  });
  await backend.client.workspace.redo();
  expect(await nameOf('a')).toBe('after');
});

test('what is made final under something undone ends redo', async () => {
  await addPerson('a', 'before');
  await addPerson('b');
  await renamePerson('a', 'after');
  await renamePerson('b', 'later');
  await backend.client.workspace.undo();
  await backend.client.workspace.undo();
  await run('test.final', async ({ step }) => step.makeFinal([{ table: 'person', id: 'a' }]));
  await expect(backend.client.workspace.redo()).rejects.toMatchObject({ code: 'nothing_to_redo' });
  expect([await nameOf('a'), await nameOf('b')]).toEqual(['before', 'b']);
});

async function nameOf(id: string): Promise<string | undefined> {
  const [person] = await backend.workspace.runQuery(({ db }) =>
    db.selectFrom('person').select('name').where('id', '=', id).execute(),
  );
  return person?.name;
}

test('what something final refers to cannot be taken away; older steps stay in reach', async () => {
  await addPerson('x');
  await addPerson('p');
  await run('test.final', async ({ db, step }) => {
    await db
      .insertInto('person_leave')
      .values({ id: 'l', person_id: 'p', from_on: '2026-01-01', to_on: '2026-01-02', ...at })
      .execute();
    step.makeFinal();
  });
  const before = dump();
  await expect(backend.client.workspace.undo()).rejects.toMatchObject({ code: 'undo_blocked' });
  expect(dump()).toBe(before);
  await backend.client.workspace.undo();
  const people = await backend.workspace.runQuery(({ db }) =>
    db.selectFrom('person').select('id').execute(),
  );
  expect(people).toEqual([{ id: 'p' }]);
  expect(backend.workspace.database.connection.pragma('foreign_keys', { simple: true })).toBe(1);
});

test('a deal’s last activity goes back though the file’s own trigger writes it', async () => {
  const stage = '00000000-0000-7000-8000-000000000101';
  await run('test.deal', ({ db }) =>
    db
      .insertInto('deal')
      .values({
        id: 'd',
        name: 'd',
        pipeline_id: '00000000-0000-7000-8000-000000000100',
        stage_id: stage,
        status: 'open',
        amount_minor: 1,
        probability_bp: 0,
        is_probability_set: 0,
        forecast_category: 'pipeline',
        is_category_set: 0,
        push_count: 0,
        close_note: '',
        note: '',
        last_activity_at: 'from the CRM',
        ...at,
      })
      .execute(),
  );
  const before = dump();
  await run('test.activity', ({ db }) =>
    db
      .insertInto('activity')
      .values({
        id: 'a',
        kind: 'call',
        status: 'done',
        subject: 's',
        content: '',
        happened_at: '2026-05-05',
        deal_id: 'd',
        ...at,
      })
      .execute(),
  );
  const after = dump();
  await backend.client.workspace.undo();
  expect(dump()).toBe(before);
  await backend.client.workspace.redo();
  expect(dump()).toBe(after);
});

test('ids never change', async () => {
  await addPerson('a');
  await expect(
    run('test.id', ({ db }) => db.updateTable('person').set({ id: 'b' }).execute()),
  ).rejects.toThrow('ids stay');
});
