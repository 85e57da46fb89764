import type { z } from 'zod';
import type { ReadDb, WriteDb } from '../../database/db.ts';
import { listSettings, upsertSetting } from './settings.repository.ts';

/** A setting that belongs to one feature, `<slug>.<name>`. */
export type FeatureSetting<Schema extends z.ZodType> = {
  id: string;
  schema: Schema;
  /** What holds until it is set, and in place of a value that no longer fits. */
  default: z.output<Schema>;
};

export async function getFeatureSetting<Schema extends z.ZodType>(
  { db }: { db: ReadDb },
  setting: FeatureSetting<Schema>,
): Promise<z.output<Schema>> {
  const stored = setting.schema.safeParse((await listSettings(db))[setting.id]);
  return stored.success ? stored.data : setting.default;
}

export async function saveFeatureSetting<Schema extends z.ZodType>(
  { db }: { db: WriteDb },
  setting: FeatureSetting<Schema>,
  value: z.output<Schema>,
): Promise<void> {
  await upsertSetting(db, setting.id, value);
}
