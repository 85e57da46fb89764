import { importRun } from '#shared/contract/imports.ts';
import type { DeskCheck } from '#shared/contract/imports-desk.ts';
import type { ReadDb, WriteDb } from '../../database/db.ts';
import { changedRecord, newRecord } from '../../database/new-record.ts';
import { storedJson } from '../../database/stored-json.ts';
import type { Platform } from '../../platform.ts';
import { type ProfileDraft, storedChoices } from './planning/profile.ts';

/** `report_json` of a run. */
export const storedReport = storedJson(importRun.pick({ files: true, counts: true, notes: true }));

export type RunRecord = {
  id: string;
  at: string;
  dataAsOf: string;
  files: readonly { name: string; size: number }[];
  check: DeskCheck;
  returnedCount: number;
  seconds: number;
};

/** The rows of an older import that came back are kept for this many imports. */
const keptReturnedFiles = 20;

export async function insertRun(db: WriteDb, run: RunRecord): Promise<void> {
  await db
    .insertInto('import_run')
    .values({
      id: run.id,
      at: run.at,
      data_as_of_at: run.dataAsOf,
      report_json: storedReport.write({
        files: [...run.files],
        counts: run.check.counts,
        notes: run.check.notes,
      }),
      returned_count: run.returnedCount,
      seconds: run.seconds,
    })
    .execute();
}

export async function insertEffect(db: WriteDb, effect: { id: string; at: string }): Promise<void> {
  await db.insertInto('import_effect').values(effect).execute();
}

export async function insertReturnedFile(
  db: WriteDb,
  runId: string,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<void> {
  await db.insertInto('import_returned_file').values({ run_id: runId, name, bytes }).execute();
  await db
    .deleteFrom('import_returned_file')
    .where('run_id', 'not in', (eb) =>
      eb.selectFrom('import_run').select('id').orderBy('at', 'desc').limit(keptReturnedFiles),
    )
    .execute();
}

/** Newest first. */
export async function listRuns(db: ReadDb) {
  return db
    .selectFrom('import_run')
    .leftJoin('import_effect', 'import_effect.id', 'import_run.id')
    .leftJoin('import_returned_file', 'import_returned_file.run_id', 'import_run.id')
    .selectAll('import_run')
    .select(['import_effect.id as effect_id', 'import_returned_file.name as returned_name'])
    .orderBy('import_run.at', 'desc')
    .orderBy('import_run.id', 'desc')
    .limit(200)
    .execute();
}

export async function findReturnedFile(db: ReadDb, runId: string) {
  return db
    .selectFrom('import_returned_file')
    .select(['name', 'bytes'])
    .where('run_id', '=', runId)
    .executeTakeFirst();
}

export async function listProfiles(db: ReadDb) {
  return db
    .selectFrom('import_profile')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('used_at', 'desc')
    .execute();
}

export async function findProfile(db: ReadDb, headingsKey: string) {
  return db
    .selectFrom('import_profile')
    .selectAll()
    .where('headings_key', '=', headingsKey)
    .where('deleted_at', 'is', null)
    .orderBy('used_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** One mapping for each set of headings: the newest decisions take the place of older ones. */
export async function putProfile(
  db: WriteDb,
  platform: Pick<Platform, 'newId' | 'now'>,
  draft: ProfileDraft,
): Promise<void> {
  const used_at = platform.now().toISOString();
  const choices_json = storedChoices.write(draft.choices);
  const known = await findProfile(db, draft.headingsKey);
  if (known === undefined) {
    const { name, headingsKey: headings_key } = draft;
    await db
      .insertInto('import_profile')
      .values({ ...newRecord(platform), name, headings_key, choices_json, used_at })
      .execute();
    return;
  }
  await db
    .updateTable('import_profile')
    .set({ choices_json, used_at, ...changedRecord(platform) })
    .where('id', '=', known.id)
    .execute();
}

export async function softDeleteProfile(
  db: WriteDb,
  platform: Pick<Platform, 'now'>,
  id: string,
): Promise<void> {
  await db
    .updateTable('import_profile')
    .set({ deleted_at: platform.now().toISOString(), ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}
