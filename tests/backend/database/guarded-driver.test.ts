import Database from 'better-sqlite3-multiple-ciphers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardedDriver } from '#backend/database/guarded-driver.ts';

function openMemory() {
  const database = new Database(':memory:');
  database.exec('create table value (x any) strict; create table whole (x integer) strict');
  return { database, driver: guardedDriver(database) };
}

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('\0', 'a\0b', '\u202Eexe', '{"a":1}', 'x'.repeat(1_000_000)),
  fc.array(fc.integer({ min: 0xd800, max: 0xdfff })).map((units) => String.fromCharCode(...units)),
  fc.double(),
  fc.maxSafeInteger(),
  fc.constantFrom(2 ** 53, -(2 ** 53), 2 ** 63, 1e300, 0.1 + 0.2, 5e-324),
  fc.bigInt(),
  fc.boolean(),
  fc.constantFrom(null, undefined, Number.NaN, Number.POSITIVE_INFINITY),
  fc.date(),
  fc.uint8Array({ maxLength: 100 }),
  fc.object(),
);

test('10,000 values come back exactly or are refused with a type error', () => {
  const { database, driver } = openMemory();
  database.exec('begin');
  const insert = driver.prepare('insert into value values (?)');
  const read = driver.prepare('select x from value where rowid = last_insert_rowid()');
  const figures = { exact: 0, refused: 0 };
  fc.assert(
    fc.property(anything, (value) => {
      try {
        insert.run([value]);
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
        figures.refused += 1;
        return;
      }
      const [row] = read.all([]) as [{ x: unknown }];
      const back = row.x instanceof Buffer ? new Uint8Array(row.x) : row.x;
      expect(back).toEqual(value);
      figures.exact += 1;
    }),
    { numRuns: 10_000 },
  );
  expect(figures.exact).toBeGreaterThan(3_000);
  expect(figures.refused).toBeGreaterThan(1_000);
});

test('a sum too large to be read exactly is refused, not rounded', () => {
  const { database, driver } = openMemory();
  database.exec('insert into whole values (9007199254740991), (2)');
  expect(() => driver.prepare('select sum(x) as x from whole').all([])).toThrow(RangeError);
  expect(driver.prepare('select max(x) as x from whole').all([])).toEqual([
    { x: Number.MAX_SAFE_INTEGER },
  ]);
});

test('replacing rows is refused, because it would escape undo', () => {
  const { driver } = openMemory();
  for (const sql of ['insert or replace into value values (1)', 'REPLACE INTO value values (1)']) {
    expect(() => driver.prepare(sql)).toThrow('escape undo');
  }
  expect(driver.prepare("select replace('a', 'a', 'b') as x").all([])).toEqual([{ x: 'b' }]);
});

test('a write outside a transaction is refused', () => {
  const { database, driver } = openMemory();
  expect(() => driver.prepare('insert into value values (1)').run([])).toThrow('ended');
  expect(() => driver.prepare('insert into value values (1) returning x').all([])).toThrow('ended');
  driver.prepare('begin').run([]);
  driver.prepare('insert into value values (1)').run([]);
  driver.prepare('rollback').run([]);
  driver.prepare('rollback').run([]);
  expect(database.inTransaction).toBe(false);
});

test('rows are read one by one while the same question is asked again', () => {
  const { driver, database } = openMemory();
  database.exec('insert into whole values (1), (2)');
  const statement = driver.prepare('select x from whole order by x');
  const seen: unknown[] = [];
  for (const row of statement.iterate([])) seen.push(row, statement.all([]).length);
  expect(seen).toEqual([{ x: 1 }, 2, { x: 2 }, 2]);
});
