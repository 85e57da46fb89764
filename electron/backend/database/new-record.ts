import { type RawBuilder, sql } from 'kysely';
import type { Platform } from '../platform.ts';
import type { RecordColumns } from './record.table.ts';

/** The columns every new record has. */
export function newRecord({ newId, now }: Pick<Platform, 'newId' | 'now'>): RecordColumns {
  const at = now().toISOString();
  return { id: newId(), created_at: at, updated_at: at, deleted_at: null, rev: 1 };
}

/** The columns every change of a record sets. */
export function changedRecord({ now }: Pick<Platform, 'now'>): {
  updated_at: string;
  rev: RawBuilder<number>;
} {
  return { updated_at: now().toISOString(), rev: sql<number>`rev + 1` };
}
