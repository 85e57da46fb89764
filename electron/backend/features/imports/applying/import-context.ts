import type { ReadDb } from '../../../database/db.ts';
import type { Platform } from '../../../platform.ts';
import type { ImportPlan } from '../rows/import-plan.ts';
import type { ImportReport } from '../rows/import-report.ts';
import type { KnownNames } from './known-names.ts';
import type { RecordWriter } from './record-writer.ts';

/** What the import of every kind of record works with. */
export type ImportContext = {
  plan: ImportPlan;
  db: ReadDb;
  platform: Pick<Platform, 'newId' | 'now'>;
  writer: RecordWriter;
  report: ImportReport;
  names: KnownNames;
  /** List price of each product that has one, minor units. */
  prices: Map<string, number>;
  /** Counts rows as done; throws when the import was cancelled. */
  advance(rows: number): Promise<void>;
};
