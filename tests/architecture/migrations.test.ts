import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '#backend/database/migrations/index.ts';
import { root } from './support/source-files.ts';

const folder = join(root, 'electron/backend/database/migrations');

test('versions rise by one, from one', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_one, i) => i + 1));
});

test('every file of a migration is registered under its number and name', () => {
  const registered = readFileSync(join(folder, 'index.ts'), 'utf8');
  const files = readdirSync(folder).filter((name) => /^\d{4}-/.test(name));
  const migrationFiles = files.filter((name) =>
    /: Migration = \{/.test(readFileSync(join(folder, name), 'utf8')),
  );
  expect(migrationFiles.filter((name) => !registered.includes(`'./${name}'`))).toEqual([]);
  expect(migrationFiles.map((name) => name.replace('.ts', ''))).toEqual(
    migrations.map(({ version, name }) => `${String(version).padStart(4, '0')}-${name}`),
  );
});

test('migrations import nothing of the app, so that they stay what they were', () => {
  const strange = readdirSync(folder).flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/from '([^']+)'/g)]
      .map((match) => match[1] ?? '')
      .filter((specifier) => !/^\.\/(\d{4}-[\w-]+|migration)\.ts$/.test(specifier))
      .map((specifier) => `${name} imports ${specifier}`),
  );
  expect(strange).toEqual([]);
});

type Releases = { migrations: { version: number; sha256: string }[] };

test('a migration that was released never changes', () => {
  const list = readFileSync(join(root, 'tests/fixtures/releases.json'), 'utf8');
  const releases: Releases = JSON.parse(list);
  const changed = migrations.filter(({ version, sql }) => {
    const released = releases.migrations.find((one) => one.version === version);
    return released && released.sha256 !== createHash('sha256').update(sql).digest('hex');
  });
  expect(changed.map(({ name }) => name)).toEqual([]);
});
