import type { ImportProfile, ImportRun } from '#shared/contract/imports.ts';
import type { DeskCheck } from '#shared/contract/imports-desk.ts';
import { AppError } from '../../app-error.ts';
import type { CommandContext, QueryContext } from '../../rpc/context.ts';
import type { SettledPipeline } from './applying/import-pipelines.ts';
import * as repository from './import-log.repository.ts';
import type { RunFacts } from './job/import-work.ts';
import type { ReturnedFile } from './job/return-spool.ts';
import { type ProfileDraft, storedChoices } from './planning/profile.ts';

export type FinishedRun = {
  run: RunFacts;
  dataAsOf: string;
  check: DeskCheck;
  settled: readonly SettledPipeline[];
  returned: ReturnedFile | undefined;
  returnedCount: number;
  seconds: number;
};

/** Writes an import into the log, with the rows that came back, and keeps how it was understood. */
export async function recordRun(
  { db, platform }: CommandContext,
  { run, returned, settled, ...facts }: FinishedRun,
): Promise<void> {
  const at = platform.now().toISOString();
  await repository.insertRun(db, { id: run.id, files: run.files, at, ...facts });
  if (returned !== undefined) await repository.insertReturnedFile(db, run.id, returned);
  if (!hasEffect(facts.check)) return;
  await repository.insertEffect(db, { id: run.id, at });
  for (const profile of run.profiles) {
    await repository.putProfile(db, platform, withStages(profile, settled));
  }
}

function hasEffect({ counts }: Pick<DeskCheck, 'counts'>): boolean {
  return counts.some(({ create, update, alsoCreated }) => create + update + alsoCreated > 0);
}

/** Stages that the import made are there the next time. */
function withStages(profile: ProfileDraft, settled: readonly SettledPipeline[]): ProfileDraft {
  const pipelines = settled.map(({ value, pipelineId }) => ({ value, pipelineId }));
  const stages = settled.flatMap(({ value: pipelineValue, stages: list }) =>
    list.map(({ value, stageId }) => ({
      pipelineValue,
      value,
      target: stageId === null ? { type: 'none' as const } : { type: 'stage' as const, stageId },
    })),
  );
  return { ...profile, choices: { ...profile.choices, pipelines, stages } };
}

/** Every import that was carried out, newest first. */
export async function listRuns({ db }: QueryContext): Promise<ImportRun[]> {
  const rows = await repository.listRuns(db);
  return rows.map((row) => {
    const report = repository.storedReport.read(row.report_json);
    const stands = row.effect_id !== null;
    return {
      id: row.id,
      at: row.at,
      dataAsOf: row.data_as_of_at,
      ...report,
      returned: row.returned_count,
      returnedFile: row.returned_name,
      state: stands ? 'stands' : hasEffect(report) ? 'taken_back' : 'nothing',
    };
  });
}

const partBytes = 512 * 1024;

/** A part of the file of rows that came back. @throws AppError not_found */
export async function readReturned(
  { db }: QueryContext,
  { runId, offset }: { runId: string; offset: number },
): Promise<{ base64: string; nextOffset: number | null }> {
  const file = await repository.findReturnedFile(db, runId);
  if (file === undefined) throw new AppError('not_found');
  const end = Math.min(file.bytes.length, offset + partBytes);
  return {
    base64: Buffer.from(file.bytes.subarray(offset, end)).toString('base64'),
    nextOffset: end < file.bytes.length ? end : null,
  };
}

export async function listProfiles({ db }: QueryContext): Promise<ImportProfile[]> {
  const rows = await repository.listProfiles(db);
  return rows.flatMap(({ id, name, used_at, choices_json }) => {
    const choices = storedChoices.readIfKnown(choices_json);
    if (choices === null) return [];
    const columns = choices.columns.filter(({ field }) => field !== null).length;
    return [{ id, name, entity: choices.entity, usedAt: used_at, columns }];
  });
}

/** @throws AppError not_found */
export async function forgetProfile(
  { db, platform, step }: CommandContext,
  { id }: { id: string },
): Promise<void> {
  const profile = (await repository.listProfiles(db)).find((one) => one.id === id);
  if (profile === undefined) throw new AppError('not_found');
  step.describe({ name: profile.name });
  await repository.softDeleteProfile(db, platform, id);
}
