import type { Insertable } from 'kysely';
import type { Tables, WriteDb } from '../../../database/db.ts';
import { insertRows, type RowChange, updateRows } from '../../../database/write-rows.ts';
import type { Platform } from '../../../platform.ts';
import {
  changeDeals,
  createDeals,
  type DealDraft,
  type DealOrder,
} from '../../deals/deal-write.service.ts';

type PlainTable = 'person' | 'product' | 'account' | 'activity';

/** Where records go: the database, or nowhere when only the outcome is asked for. */
export type RecordWriter = {
  insert<T extends PlainTable>(table: T, row: Insertable<Tables[T]>): void;
  update(table: PlainTable, change: RowChange): void;
  createDeal(draft: DealDraft): void;
  changeDeal(order: DealOrder): void;
  /** Writes what has gathered, if it is much or `isAll`. */
  flush(isAll?: boolean): Promise<void>;
};

export const dryWriter: RecordWriter = {
  insert: () => undefined,
  update: () => undefined,
  createDeal: () => undefined,
  changeDeal: () => undefined,
  flush: async () => undefined,
};

const batchSize = 1000;

type Gathered<T extends PlainTable> = { rows: Insertable<Tables[T]>[]; changes: RowChange[] };
type GatheredRows = { [T in PlainTable]: Gathered<T> };

/** Gathers rows and writes them in batches, what is referred to before what refers to it. */
export function databaseWriter(
  db: WriteDb,
  platform: Pick<Platform, 'newId' | 'now'>,
): RecordWriter {
  const gathered: GatheredRows = {
    person: { rows: [], changes: [] },
    product: { rows: [], changes: [] },
    account: { rows: [], changes: [] },
    activity: { rows: [], changes: [] },
  };
  const drafts: DealDraft[] = [];
  const orders: DealOrder[] = [];
  let count = 0;
  const push = <Item>(list: Item[], item: Item) => {
    list.push(item);
    count += 1;
  };
  const write = async <T extends PlainTable>(table: T) => {
    const { rows, changes } = gathered[table];
    await insertRows(db, table, rows.splice(0));
    await updateRows(db, table, { at: platform.now().toISOString(), rows: changes.splice(0) });
  };
  return {
    insert: (table, row) => push(gathered[table].rows, row),
    update: (table, change) => push(gathered[table].changes, change),
    createDeal: (draft) => push(drafts, draft),
    changeDeal: (order) => push(orders, order),
    async flush(isAll = false) {
      if (!isAll && count < batchSize) return;
      count = 0;
      await write('person');
      await write('product');
      await write('account');
      if (drafts.length > 0) await createDeals({ db, platform }, drafts.splice(0));
      if (orders.length > 0) await changeDeals({ db, platform }, orders.splice(0));
      await write('activity');
    },
  };
}
