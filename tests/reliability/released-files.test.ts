import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { migrations } from '#backend/database/migrations/index.ts';
import { expectedSchemaDump, schemaDump } from '#backend/database/schema-dump.ts';
import { trackedTables } from '#backend/database/tracked-tables.ts';
import { removeTestDirectories, testDirectory } from '#tests/support/test-platform.ts';
import {
  figuresOf,
  openReleased,
  type ReleaseFigures,
  writeReleasedFile,
} from './support/released-file.ts';

afterAll(removeTestDirectories);

const folder = join(import.meta.dirname, '../fixtures/releases');
const newest = migrations.at(-1)?.version ?? 0;

/** Opens a copy with the present app and compares all that the release had. */
async function expectToOpen(kept: string, figures: ReleaseFigures): Promise<void> {
  const file = join(testDirectory(), 'bellwether.db');
  copyFileSync(kept, file);
  const { connection, close } = await openReleased(file);
  expect(schemaDump(connection)).toBe(expectedSchemaDump(newest, migrations));
  const columnsOf = (table: string) => figures[table]?.columns ?? [];
  expect(figuresOf(connection, Object.keys(figures), columnsOf)).toEqual(figures);
  await close();
}

test('a file as the next release would write it opens with all of its rows', async () => {
  const file = join(testDirectory(), 'released.db');
  const figures = await writeReleasedFile(file);
  expect(Object.keys(figures)).toEqual(Object.keys(trackedTables));
  expect(Object.values(figures).every(({ rows }) => rows > 0)).toBe(true);
  await expectToOpen(file, figures);
});

const kept = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.db')) : [];

test.each(kept)('the file of release %s opens with all of its rows', async (name) => {
  const figures = readFileSync(join(folder, name.replace('.db', '.json')), 'utf8');
  await expectToOpen(join(folder, name), JSON.parse(figures));
});
