import { foldForSearch, toIndexText } from '#shared/domain/text/search-text.ts';
import type { WriteDb } from '../../database/db.ts';
import * as repository from './search.repository.ts';
import type { SearchRecord } from './search-source.ts';
import { searchSources } from './search-sources.ts';
import { spell } from './spelling.ts';

/** Few enough that the thread is free again within a blink. */
const batch = 150;

/**
 * Takes a batch of changed records into the index.
 *
 * @returns true when nothing is left to take in
 */
export async function indexBatch(db: WriteDb): Promise<boolean> {
  const dirty = await repository.listDirty(db, batch);
  const byTable = Map.groupBy(dirty, (row) => row.table_name);
  for (const [table, rows] of byTable) {
    await indexTable(
      db,
      table,
      rows.map((row) => row.row_id),
    );
  }
  await repository.deleteDirty(db, dirty);
  return dirty.length < batch;
}

async function indexTable(db: WriteDb, table: string, ids: readonly string[]): Promise<void> {
  const source = Object.hasOwn(searchSources, table) ? searchSources[table] : undefined;
  const records = (await source?.read(db, ids)) ?? [];
  await repository.deleteEntries(db, table, ids);
  for (const record of records) await insertRecord(db, table, record);
}

async function insertRecord(db: WriteDb, table: string, record: SearchRecord): Promise<void> {
  const { initials, words } = spell(record.name);
  await repository.insertEntry(db, {
    table_name: table,
    row_id: record.id,
    name_key: foldForSearch(record.name),
    initials,
    is_private: record.isPrivate ? 1 : 0,
    name: toIndexText(record.name),
    spelling: words,
    text: toIndexText(joined(record.texts)),
    private_text: toIndexText(joined(record.privateTexts)),
  });
}

function joined(texts: readonly (string | null)[]): string {
  return texts.filter((text) => text !== null && text !== '').join('\n');
}
