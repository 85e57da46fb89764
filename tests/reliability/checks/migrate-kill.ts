import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { openConnection } from '#backend/database/open-connection.ts';
import { openWorkspaceFile } from '#backend/workspace/open-file.ts';
import { testDirectory } from '#tests/support/test-platform.ts';
import { breachList, type Check } from '../support/check.ts';
import { pause, startChild } from '../support/child.ts';
import {
  filledMigrations,
  heavyMigrations,
  migrationKey,
  rebuiltRows,
} from '../support/heavy-migration.ts';
import { randomFrom } from '../support/random.ts';

const oldVersion = filledMigrations.at(-1)?.version;
const newVersion = heavyMigrations.at(-1)?.version;

/** S2: a migration killed at any moment leaves the old version or the new one. */
export const migrateKillCheck: Check = {
  about: 'S2: kill -9 in a migration that rebuilds a table; old or new, never a mixture',
  runs: 100,
  async run({ runs, seed }) {
    const { breaches, expect } = breachList();
    const random = randomFrom(seed);
    const figures = { kills: 0, old: 0, new: 0, mixed: 0 };
    const template = join(testDirectory(), 'bellwether.db');
    await open(template, 'filled');
    for (let run = 0; run < runs; run += 1) {
      const directory = testDirectory();
      const file = join(directory, 'bellwether.db');
      copyFileSync(template, file);
      const child = startChild('migrate', [directory]);
      await child.until('open');
      await pause(random.below(500));
      await child.kill();
      const state = stateOf(file);
      figures.kills += 1;
      figures[state] += 1;
      expect(state !== 'mixed', `run ${run}: a mixture`);
      await open(file, 'heavy');
      expect(stateOf(file) === 'new', `run ${run}: the migration did not end at the next start`);
    }
    return { figures, breaches };
  },
};

async function open(file: string, schema: 'filled' | 'heavy'): Promise<void> {
  const database = await openWorkspaceFile(
    { file, key: migrationKey },
    {
      kind: 'own',
      otherKeys: [],
      backups: 'none',
      backUp: async () => undefined,
      migrations: schema === 'filled' ? filledMigrations : heavyMigrations,
    },
  );
  await database.close();
}

function stateOf(file: string): 'old' | 'new' | 'mixed' {
  const connection = openConnection({ file, key: migrationKey }, 'inspect');
  try {
    const version = connection.pragma('user_version', { simple: true });
    const [rows, renewed] = connection
      .prepare<[], [number, number]>(
        `select count(*), coalesce(sum(value_json like '"new %'), 0) from setting`,
      )
      .raw()
      .get() ?? [0, 0];
    if (rows !== rebuiltRows) return 'mixed';
    if (version === oldVersion && renewed === 0) return 'old';
    return version === newVersion && renewed === rows ? 'new' : 'mixed';
  } finally {
    connection.close();
  }
}
