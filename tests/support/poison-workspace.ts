import { join } from 'node:path';
import { type OpenDatabase, openDatabase } from '#backend/database/open-database.ts';
import { trackedTables } from '#backend/database/tracked-tables.ts';
import { unlockKeys } from '#backend/keys/key-service.ts';
import { keyFileSecrets } from '../../electron/loopback/secrets.ts';
import { hostileTexts } from './hostile-text.ts';
import { testPlatform } from './test-platform.ts';

/** Columns that hold keys, moments, snapshots, codes or figures rather than what a person wrote. */
const notWritten =
  /(^id|_id|_at|_on|_json|_key|_ref|_code|code|band|kpi_target|kpi_actual|currency|sha256|mime|version)$/;

/**
 * Run as a program, with the data folder: the browser's test runner cannot load the driver.
 *
 * Writes a hostile text into every text column of every record of a closed sample workspace, past
 * all checks of the app; columns that the schema restricts keep what they have.
 * It prints the columns that were written, `table.column`, as JSON.
 */
async function poisonSample(dataDirectory: string): Promise<string[]> {
  const platform = testPlatform(dataDirectory, { platform: keyFileSecrets(dataDirectory) });
  const keys = await unlockKeys(platform, { hasData: true, spares: [] });
  const file = join(dataDirectory, 'sample', 'sample.db');
  const { connection, close } = openDatabase({ file, key: keys.keyFor('sample') });
  const written: string[] = [];
  let next = 0;
  for (const table of Object.keys(trackedTables).filter((name) => name !== 'setting')) {
    const ids = connection.prepare(`select id from ${table}`).pluck().all();
    for (const column of textColumns(connection, table)) {
      const update = connection.prepare(`update ${table} set ${column} = ? where id = ?`);
      const poison = connection.transaction(() => {
        for (const id of ids) update.run(hostileTexts[next++ % hostileTexts.length], id);
      });
      try {
        poison();
        written.push(`${table}.${column}`);
      } catch {
        // The schema allows only certain words here.
      }
    }
  }
  await close();
  return written;
}

type Connection = OpenDatabase['connection'];

function textColumns(connection: Connection, table: string): string[] {
  return connection
    .prepare<[string], { name: string; type: string }>(
      'select name, type from pragma_table_info(?)',
    )
    .all(table)
    .filter(({ name, type }) => type === 'TEXT' && !notWritten.test(name))
    .map(({ name }) => name);
}

const [dataDirectory = ''] = process.argv.slice(2);
console.log(JSON.stringify(await poisonSample(dataDirectory)));
