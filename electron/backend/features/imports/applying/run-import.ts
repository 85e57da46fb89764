import type { ReadDb } from '../../../database/db.ts';
import type { Platform } from '../../../platform.ts';
import { listPipelines } from '../../deals/stages/pipeline.service.ts';
import type { ImportPlan } from '../rows/import-plan.ts';
import type { ImportReport } from '../rows/import-report.ts';
import { startsOfDays } from './deal-history.ts';
import { DealKeys } from './deal-keys.ts';
import { importActivities } from './import-activities.ts';
import type { ImportContext } from './import-context.ts';
import { importDeals } from './import-deals.ts';
import { preparePipelines, type SavePipeline, type SettledPipeline } from './import-pipelines.ts';
import { importRecords } from './import-records.ts';
import { loadKnownNames } from './known-names.ts';
import type { RecordWriter } from './record-writer.ts';

export type ImportRun = {
  plan: ImportPlan;
  db: ReadDb;
  platform: Pick<Platform, 'newId' | 'now'>;
  writer: RecordWriter;
  report: ImportReport;
  savePipeline: SavePipeline;
  advance(rows: number): Promise<void>;
};

/**
 * Takes every row of an import through the same rules, whether it is written or only looked at:
 * people, products and accounts first, then the deals and activities that name them.
 *
 * @returns where the stages of the file led
 */
export async function runImport(run: ImportRun): Promise<readonly SettledPipeline[]> {
  const { plan, db, platform, savePipeline } = run;
  const names = await loadKnownNames(db, plan);
  const context: ImportContext = { ...run, names, prices: await loadPrices(db) };
  for (const entity of ['people', 'products', 'accounts'] as const) {
    for (const sheet of sheetsOf(plan, entity)) await importRecords(context, sheet);
  }
  const keys = new DealKeys(db, plan.sheets);
  const deals = sheetsOf(plan, 'deals');
  let settled: readonly SettledPipeline[] = [];
  if (deals.length > 0) {
    const known = await listPipelines({ db });
    const surroundings = { known, newId: platform.newId, save: savePipeline };
    const pipelines = await preparePipelines(surroundings, plan.pipelines);
    settled = pipelines.settled;
    const startOf = startsOfDays(plan.timeZone);
    const dealContext = { ...context, keys, pipelines, startOf };
    for (const sheet of deals) await importDeals(dealContext, sheet);
  }
  for (const sheet of sheetsOf(plan, 'activities')) {
    await importActivities({ ...context, keys }, sheet);
  }
  await run.writer.flush(true);
  return settled;
}

function sheetsOf({ sheets }: ImportPlan, entity: ImportPlan['sheets'][number]['entity']) {
  return sheets.filter((sheet) => sheet.entity === entity);
}

async function loadPrices(db: ReadDb): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('product')
    .select(['id', 'list_price_minor'])
    .where('deleted_at', 'is', null)
    .where('list_price_minor', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, list_price_minor }) => [id, list_price_minor ?? 0]));
}
