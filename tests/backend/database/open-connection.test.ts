import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openConnection } from '#backend/database/open-connection.ts';
import { removeTestDirectories, testDirectory } from '#tests/support/test-platform.ts';

afterAll(removeTestDirectories);

const file = join(testDirectory(), 'hardened.db');
const key = new Uint8Array(32).fill(5);
openConnection({ file, key }, 'write').close();

/** Reliability D14, row by row. */
const promised = {
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  synchronous: 2,
  journal_mode: 'wal',
  mmap_size: 0,
  temp_store: 2,
  busy_timeout: 5000,
  secure_delete: 1,
};

test.each(['write', 'read'] as const)('a connection to %s is hardened', (use) => {
  const connection = openConnection({ file, key }, use);
  const found = Object.keys(promised).map((name) => [
    name,
    connection.pragma(name, { simple: true }),
  ]);
  connection.close();
  expect(Object.fromEntries(found)).toEqual(promised);
});

test('a file that is only looked at is hardened too, whatever its journal', () => {
  const connection = openConnection({ file, key }, 'inspect');
  const found = ['foreign_keys', 'trusted_schema', 'cell_size_check', 'mmap_size'].map((name) =>
    connection.pragma(name, { simple: true }),
  );
  connection.close();
  expect(found).toEqual([1, 0, 1, 0]);
});

test('a key of another length is refused before the file is touched', () => {
  expect(() => openConnection({ file, key: key.subarray(0, 16) }, 'read')).toThrow('32 bytes');
});
