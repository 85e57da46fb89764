import { sql } from 'kysely';
import type { Pipeline, Stage } from '#shared/contract/deal-pipelines.ts';
import { requiredField } from '#shared/contract/deal-pipelines.ts';
import { stageHealthRules } from '#shared/contract/deal-warnings.ts';
import type { DealStage } from '#shared/domain/deals/deal-edit.ts';
import type { ReadDb, WriteDb } from '../../../database/db.ts';
import { changedRecord, newRecord } from '../../../database/new-record.ts';
import type { Platform } from '../../../platform.ts';
import type { StageRow } from '../deal.table.ts';

/** A stage with what decides about moves into and out of it. */
export type StageRecord = DealStage &
  Omit<Stage, 'dealCount'> & { pipelineId: string; isDeleted: boolean };

/** All stages, deleted ones too: the history names them. */
export async function listStages(db: ReadDb): Promise<StageRecord[]> {
  const rows = await db.selectFrom('stage').selectAll().orderBy('sort_order').execute();
  return rows.map(toStage);
}

/** Pipelines in order with their stages, and how many deals are in each. */
export async function listPipelines(db: ReadDb): Promise<Pipeline[]> {
  const pipelines = await db
    .selectFrom('pipeline')
    .select(['id', 'name_zh', 'name_en'])
    .where('deleted_at', 'is', null)
    .orderBy('sort_order')
    .execute();
  const stages = await db
    .selectFrom('stage')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('sort_order')
    .execute();
  const counts = await countDealsByStage(db);
  return pipelines.map((pipeline) => ({
    id: pipeline.id,
    nameZh: pipeline.name_zh,
    nameEn: pipeline.name_en,
    stages: stages
      .filter((stage) => stage.pipeline_id === pipeline.id)
      .map((stage) => ({ ...toContractStage(stage), dealCount: counts.get(stage.id) ?? 0 })),
  }));
}

async function countDealsByStage(db: ReadDb): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('deal')
    .select(['stage_id', sql<number>`count(*)`.as('count')])
    .where('deleted_at', 'is', null)
    .groupBy('stage_id')
    .execute();
  return new Map(rows.map((row) => [row.stage_id, row.count]));
}

export async function insertPipeline(
  db: WriteDb,
  platform: Platform,
  names: { nameZh: string; nameEn: string },
): Promise<string> {
  const record = newRecord(platform);
  const last = await db
    .selectFrom('pipeline')
    .select(sql<number>`coalesce(max(sort_order), 0)`.as('sort_order'))
    .executeTakeFirstOrThrow();
  await db
    .insertInto('pipeline')
    .values({ ...record, ...nameColumns(names), sort_order: last.sort_order + 1 })
    .execute();
  return record.id;
}

export async function updatePipeline(
  db: WriteDb,
  platform: Platform,
  { id, ...names }: { id: string; nameZh: string; nameEn: string },
): Promise<void> {
  await db
    .updateTable('pipeline')
    .set({ ...nameColumns(names), ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}

export type StageWrite = Omit<Stage, 'dealCount'> & { pipelineId: string; sortOrder: number };

export async function upsertStage(
  db: WriteDb,
  platform: Platform,
  stage: StageWrite,
): Promise<void> {
  const columns = toStageColumns(stage);
  await db
    .insertInto('stage')
    .values({ ...newRecord(platform), ...columns, id: stage.id })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ ...columns, ...changedRecord(platform) }),
    )
    .execute();
}

export async function softDelete(
  db: WriteDb,
  platform: Platform,
  { table, ids }: { table: 'pipeline' | 'stage'; ids: readonly string[] },
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable(table)
    .set({ deleted_at: platform.now().toISOString(), ...changedRecord(platform) })
    .where('id', 'in', ids)
    .execute();
}

function nameColumns({ nameZh, nameEn }: { nameZh: string; nameEn: string }) {
  return { name_zh: nameZh, name_en: nameEn };
}

function toContractStage(row: StageRow): Omit<Stage, 'dealCount'> {
  const allowedNext: string[] | null =
    row.allowed_next_json === null ? null : JSON.parse(row.allowed_next_json);
  return {
    id: row.id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    type: row.type,
    probabilityBp: row.probability_bp,
    forecastCategory: row.forecast_category,
    requiredFields: requiredField.array().parse(JSON.parse(row.required_fields_json)),
    allowedNext,
    allowBack: row.allow_back === 1,
    healthRules: stageHealthRules.parse(JSON.parse(row.thresholds_json)),
  };
}

function toStage(row: StageRow): StageRecord {
  return {
    ...toContractStage(row),
    kind: row.type,
    sortOrder: row.sort_order,
    pipelineId: row.pipeline_id,
    isDeleted: row.deleted_at !== null,
  };
}

function toStageColumns(stage: StageWrite) {
  return {
    pipeline_id: stage.pipelineId,
    name_zh: stage.nameZh,
    name_en: stage.nameEn,
    sort_order: stage.sortOrder,
    type: stage.type,
    probability_bp: stage.probabilityBp,
    forecast_category: stage.forecastCategory,
    required_fields_json: JSON.stringify(stage.requiredFields),
    allowed_next_json: stage.allowedNext && JSON.stringify(stage.allowedNext),
    allow_back: stage.allowBack ? 1 : 0,
    thresholds_json: JSON.stringify(stage.healthRules),
  };
}
