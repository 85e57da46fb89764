import { join } from 'node:path';
import { openWorkspaceFile } from '#backend/workspace/open-file.ts';
import { heavyMigrations, migrationKey } from '../support/heavy-migration.ts';
import { say } from './say.ts';

/** `migrate.ts DIRECTORY`: brings a file through a migration that rebuilds a large table. */
const [directory = ''] = process.argv.slice(2);
say('open');
const database = await openWorkspaceFile(
  { file: join(directory, 'bellwether.db'), key: migrationKey },
  {
    kind: 'own',
    otherKeys: [],
    backups: 'none',
    backUp: async () => undefined,
    migrations: heavyMigrations,
  },
);
say('ack');
await database.close();
