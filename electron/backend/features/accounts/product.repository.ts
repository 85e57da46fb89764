import { sql } from 'kysely';
import type { Product } from '#shared/contract/accounts.ts';
import { foldForSearch } from '#shared/domain/text/search-text.ts';
import type { ReadDb, WriteDb } from '../../database/db.ts';
import { changedRecord, newRecord } from '../../database/new-record.ts';
import type { Platform } from '../../platform.ts';

/** Products by name, and how many deals name each. */
export async function listProducts(db: ReadDb): Promise<Product[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    series: string | null;
    listPriceMinor: number | null;
    dealCount: number;
  }>`select product.id, name, series, list_price_minor as listPriceMinor,
      (select count(*) from deal where product_id = product.id and deleted_at is null) as dealCount
    from product where deleted_at is null order by name_key`.execute(db);
  return rows.map((row) => ({ ...row, series: row.series ?? '' }));
}

export type ProductFacts = { name: string; series: string; listPriceMinor: number | null };

function toColumns({ name, series, listPriceMinor }: ProductFacts) {
  return {
    name,
    name_key: foldForSearch(name),
    series: series || null,
    list_price_minor: listPriceMinor,
  };
}

export async function insertProduct(
  db: WriteDb,
  platform: Platform,
  facts: ProductFacts,
): Promise<string> {
  const record = newRecord(platform);
  await db
    .insertInto('product')
    .values({ ...record, ...toColumns(facts) })
    .execute();
  return record.id;
}

export async function updateProduct(
  db: WriteDb,
  platform: Platform,
  { id, ...facts }: ProductFacts & { id: string },
): Promise<void> {
  await db
    .updateTable('product')
    .set({ ...toColumns(facts), ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}

export async function softDeleteProduct(
  db: WriteDb,
  platform: Platform,
  id: string,
): Promise<void> {
  await db
    .updateTable('product')
    .set({ deleted_at: platform.now().toISOString(), ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}
