import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '#backend/database/migrations/index.ts';
import { writeReleasedFile } from './support/released-file.ts';

/** Keeps the file that this version writes, when it is released. See tests/fixtures/README.md. */
const folder = join(import.meta.dirname, '../fixtures/releases');
const version = migrations.at(-1)?.version ?? 0;
mkdirSync(folder, { recursive: true });
const figures = await writeReleasedFile(join(folder, `v${version}.db`));
writeFileSync(join(folder, `v${version}.json`), `${JSON.stringify(figures, null, 2)}\n`);
const list = join(import.meta.dirname, '../fixtures/releases.json');
const known: { migrations: { version: number }[] } = JSON.parse(readFileSync(list, 'utf8'));
const added = migrations
  .filter((one) => !known.migrations.some((released) => released.version === one.version))
  .map((one) => ({
    version: one.version,
    sha256: createHash('sha256').update(one.sql).digest('hex'),
  }));
const all = { migrations: [...known.migrations, ...added] };
writeFileSync(list, `${JSON.stringify(all, null, 2)}\n`);
console.log(`Kept the file of version ${version} and ${added.length} migrations`);
