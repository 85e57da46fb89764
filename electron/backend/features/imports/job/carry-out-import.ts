import type { DeskCheck } from '#shared/contract/imports-desk.ts';
import { type OpenDatabase, openDatabase } from '../../../database/open-database.ts';
import { noteInsertsInBulk } from '../../../database/undo/bulk-inserts.ts';
import { installChangeTriggers } from '../../../database/undo/change-triggers.ts';
import { updateRows } from '../../../database/write-rows.ts';
import { jobPlatform } from '../../../jobs/job-platform.ts';
import type { CommandContext } from '../../../rpc/context.ts';
import { runCommand } from '../../../workspace/transactions.ts';
import { listPipelines, savePipeline } from '../../deals/stages/pipeline.service.ts';
import type { SavePipeline } from '../applying/import-pipelines.ts';
import { databaseWriter } from '../applying/record-writer.ts';
import { runImport } from '../applying/run-import.ts';
import { recordRun } from '../import-log.service.ts';
import { ImportReport } from '../rows/import-report.ts';
import type { Progress } from './do-import-work.ts';
import type { RunResult, RunWork } from './import-work.ts';
import { ReturnSpool } from './return-spool.ts';
import { rowProgress } from './row-progress.ts';

/** Pages of the file that one import keeps in memory: indexes are written once, not for each row. */
const cacheKb = 64 * 1024;

const bulkTables = ['person', 'product', 'account', 'deal', 'deal_change', 'activity'];

/**
 * Carries an import out on a connection of its own: one transaction, one step of undo. Nothing of
 * it is there when it is cancelled or killed.
 */
export async function carryOutImport(work: RunWork, progress: Progress): Promise<RunResult> {
  const database = openDatabase(work.target);
  const spool = new ReturnSpool(work.spoolPath, work.run.language);
  try {
    installChangeTriggers(database.connection);
    database.connection.pragma(`cache_size = -${cacheKb}`);
    const { result, step } = await runCommand(database, jobPlatform(work.plan.now), {
      command: 'imports.runImport',
      service: (context) => write(context, { work, progress, spool, database }),
    });
    return { ...result, step, returned: spool.count };
  } finally {
    spool.discard();
    await database.close();
  }
}

type Writing = { work: RunWork; progress: Progress; spool: ReturnSpool; database: OpenDatabase };

async function write(
  context: CommandContext,
  { work, progress, spool, database }: Writing,
): Promise<Pick<RunResult, 'check' | 'problems'>> {
  const { plan, run } = work;
  const startedAt = performance.now();
  // A company may stand in the file before its parent.
  database.connection.pragma('defer_foreign_keys = on');
  const inserts = noteInsertsInBulk(database.connection, bulkTables);
  const report = new ImportReport((row) => spool.add(row));
  const settled = await runImport({
    plan,
    db: context.db,
    platform: context.platform,
    report,
    writer: databaseWriter(context.db, context.platform),
    savePipeline: pipelineSaver(context),
    advance: rowProgress(plan, progress, [0, 0.9]),
  });
  const check = report.check();
  await recordRun(context, {
    run,
    dataAsOf: plan.dataAsOf,
    check,
    settled,
    returned: await spool.finish(),
    returnedCount: spool.count,
    seconds: (performance.now() - startedAt) / 1000,
  });
  inserts.note();
  context.step.describe({ name: run.files[0]?.name ?? '', ...totals(check) });
  progress.at(0.95);
  return { check, problems: report.problems };
}

/** Records made and changed, named ones included. */
export function totals({ counts }: DeskCheck): { created: number; updated: number } {
  return {
    created: counts.reduce((sum, { create, alsoCreated }) => sum + create + alsoCreated, 0),
    updated: counts.reduce((sum, { update }) => sum + update, 0),
  };
}

/** A new pipeline comes first where no other is in use, so that the board opens on it. */
function pipelineSaver(context: CommandContext): SavePipeline {
  return async (draft) => {
    const before = await listPipelines(context);
    const { id } = await savePipeline(context, draft);
    const isInUse = before.some(({ stages }) => stages.some(({ dealCount }) => dealCount > 0));
    if (draft.id === undefined && !isInUse) {
      const at = context.platform.now().toISOString();
      await updateRows(context.db, 'pipeline', { at, rows: [{ id, changes: { sort_order: 0 } }] });
    }
    return { id };
  };
}
