import { Readable } from 'node:stream';
import type Database from 'better-sqlite3-multiple-ciphers';
import { parse } from 'csv-parse';
import { uploadFile } from '#tests/support/upload-file.ts';
import type { Bench, Figure } from './figure.ts';
import { dealExport } from './support/deal-export.ts';
import { median, timed } from './support/measure.ts';
import { startApp } from './support/running-app.ts';

/** Rows of a workspace that is too small for the name are imported into one that is. */
const rowsWanted = 100_000;
const tables = ['person', 'product', 'account', 'deal', 'deal_change'] as const;

type Written = { table: string; columns: string[]; rows: (string | number | null)[][] };

export const import100k: Figure = {
  name: 'import-100k',
  about: 'from "import" to the answer that all is on disk | csv-parse and bare inserts of the rows',
  async measure(bench) {
    await bench.endApp();
    const csv = await exportFor(bench);
    const values: number[] = [];
    const limits: number[] = [];
    for (let run = 0; run < Math.min(bench.runs, 3); run += 1) {
      const imported = await importInto(bench, csv);
      values.push(imported.ms);
      limits.push(await insertBare(bench, csv, imported.written));
    }
    return { value: median(values), limit: median(limits), unit: 'ms' };
  },
};

async function exportFor({ workspace, size }: Bench): Promise<Buffer> {
  const connection = await workspace.connect('read');
  const people = connection.prepare<[], string>('select name from person').pluck().all();
  connection.close();
  const rows = Math.min(rowsWanted, 5 * size.deals);
  const { today } = workspace;
  return Buffer.from(dealExport({ rows, accounts: rows / 10, people, today }));
}

/** The file is on the desk, its check done and the backup made; this is the import alone. */
async function importInto(
  { workspace, browser }: Bench,
  csv: Buffer,
): Promise<{ ms: number; written: Written[] }> {
  const copy = await workspace.copy();
  const app = await startApp(browser, copy.folder);
  const { imports, backups } = app.client;
  const last = await lastRows(copy);
  await imports.openFiles({ handles: [await uploadFile(app.client, 'export.csv', csv)] });
  await imports.checkDesk();
  await backups.createBackup();
  const ms = await timed(() => imports.runImport());
  await app.close();
  const written = await newRows(copy, last);
  copy.remove();
  return { ms, written };
}

type Copy = Awaited<ReturnType<Bench['workspace']['copy']>>;

async function lastRows(copy: Copy): Promise<Map<string, number>> {
  const connection = await copy.connect('read');
  const last = tables.map((table) => {
    const sql = `select coalesce(max(rowid), 0) from ${table}`;
    return [table, Number(connection.prepare(sql).pluck().get())] as const;
  });
  connection.close();
  return new Map(last);
}

/** What the import has written, to be written bare. */
async function newRows(copy: Copy, last: ReadonlyMap<string, number>): Promise<Written[]> {
  const connection = await copy.connect('read');
  const written = tables.map((table) => {
    const names = connection.pragma(`table_info(${table})`) as { name: string }[]; // hides generated ones
    const columns = names.map(({ name }) => name);
    const rows = connection
      .prepare<[number | undefined], Written['rows'][number]>(
        `select ${columns.join(', ')} from ${table} where rowid > ? order by rowid`,
      )
      .raw()
      .all(last.get(table));
    return { table, columns, rows };
  });
  connection.close();
  return written;
}

async function insertBare(
  { workspace }: Bench,
  csv: Buffer,
  written: readonly Written[],
): Promise<number> {
  const copy = await workspace.copy();
  const connection = await copy.connect('write');
  const ms = await timed(async () => {
    for await (const _row of Readable.from([csv]).pipe(parse())) {
      // Read and dropped: the rows to write are those the import made of them.
    }
    insertAll(connection, written);
  });
  connection.close();
  copy.remove();
  return ms;
}

function insertAll(connection: Database.Database, written: readonly Written[]): void {
  connection.pragma('defer_foreign_keys = on');
  connection
    .transaction(() => {
      connection.pragma('defer_foreign_keys = on');
      for (const { table, columns, rows } of written) {
        const insert = connection.prepare(
          `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
        );
        for (const row of rows) insert.run(...row);
      }
    })
    .immediate();
}
