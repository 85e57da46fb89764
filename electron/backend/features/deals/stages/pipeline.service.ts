import type { Pipeline, PipelineDraft } from '#shared/contract/deal-pipelines.ts';
import { AppError } from '../../../app-error.ts';
import { untilWritten } from '../../../database/until-written.ts';
import type { CommandContext, QueryContext } from '../../../rpc/context.ts';
import { listIdsInStages } from '../deal.repository.ts';
import { changeDeals } from '../deal-write.service.ts';
import * as repository from './pipeline.repository.ts';

export function listPipelines({ db }: Pick<QueryContext, 'db'>): Promise<Pipeline[]> {
  return repository.listPipelines(db);
}

/** The same for screens, which ask for it again and again between two changes. */
export function getPipelines(context: QueryContext): Promise<Pipeline[]> {
  return untilWritten(context, 'pipelines', () => listPipelines(context));
}

/** All stages, those of deleted pipelines too: the history names them. */
export function listStages({ db }: Pick<QueryContext, 'db'>): Promise<repository.StageRecord[]> {
  return repository.listStages(db);
}

/**
 * Makes a pipeline what the draft says. Deals of deleted stages move to their replacements, and
 * deals whose stage has another probability or category now follow it, all with history.
 *
 * @throws AppError pipeline_incomplete, stage_in_use, not_found
 */
export async function savePipeline(
  context: CommandContext,
  draft: PipelineDraft,
): Promise<{ id: string }> {
  assertComplete(draft);
  const { db, platform, step } = context;
  const before = await findPipeline(context, draft.id);
  const pipelineId = before?.id ?? (await repository.insertPipeline(db, platform, draft));
  if (before) await repository.updatePipeline(db, platform, { ...draft, id: before.id });
  const ids = draft.stages.map((stage) => stage.id ?? platform.newId());
  const kept = before?.stages.filter(({ id }) => ids.includes(id)) ?? [];
  const removed = before?.stages.filter(({ id }) => !ids.includes(id)) ?? [];
  assertTypesKept(draft, kept);
  for (const stage of stagesToWrite(draft, ids, pipelineId)) {
    await repository.upsertStage(db, platform, stage);
  }
  await emptyStages(context, removed, (stageId) => ids[draft.replacements[stageId] ?? -1]);
  await repository.softDelete(db, platform, { table: 'stage', ids: removed.map(({ id }) => id) });
  await followStages(context, changedForecasts(draft, kept));
  step.describe({ nameZh: draft.nameZh, nameEn: draft.nameEn });
  return { id: pipelineId };
}

/** @throws AppError not_found, pipeline_in_use, last_pipeline */
export async function deletePipeline(
  context: CommandContext,
  { id }: { id: string },
): Promise<void> {
  const { db, platform, step } = context;
  const pipelines = await repository.listPipelines(db);
  const pipeline = pipelines.find((one) => one.id === id);
  if (pipeline === undefined) throw new AppError('not_found');
  const { nameZh, nameEn, stages } = pipeline;
  const count = stages.reduce((sum, { dealCount }) => sum + dealCount, 0);
  if (count > 0) throw new AppError('pipeline_in_use', { nameZh, nameEn, count });
  if (pipelines.length === 1) throw new AppError('last_pipeline');
  await repository.softDelete(db, platform, { table: 'stage', ids: stages.map((one) => one.id) });
  await repository.softDelete(db, platform, { table: 'pipeline', ids: [id] });
  step.describe({ nameZh, nameEn });
}

type Stage = Pipeline['stages'][number];

async function findPipeline({ db }: CommandContext, id: string | undefined) {
  if (id === undefined) return undefined;
  const pipeline = (await repository.listPipelines(db)).find((one) => one.id === id);
  if (pipeline === undefined) throw new AppError('not_found');
  return pipeline;
}

/** A pipeline needs a way, and exactly one end of each kind. */
function assertComplete({ stages }: PipelineDraft): void {
  const count = (type: Stage['type']) => stages.filter((stage) => stage.type === type).length;
  const isComplete = count('open') > 0 && count('won') === 1 && count('lost') === 1;
  if (!isComplete) throw new AppError('pipeline_incomplete');
}

/** An open stage that turns into an end would close the deals in it behind their owners' backs. */
function assertTypesKept(draft: PipelineDraft, kept: readonly Stage[]): void {
  for (const stage of kept) {
    const wanted = draft.stages.find(({ id }) => id === stage.id);
    if (wanted?.type !== stage.type && stage.dealCount > 0) throw inUse(stage);
  }
}

function inUse({ nameZh, nameEn, dealCount, id }: Stage): AppError {
  return new AppError('stage_in_use', { stageZh: nameZh, stageEn: nameEn, count: dealCount, id });
}

const ends = { open: 0, won: 1, lost: 2 } as const;

/** The stages in their final order; the ends come last and have no choice of probability. */
function stagesToWrite(
  draft: PipelineDraft,
  ids: readonly string[],
  pipelineId: string,
): repository.StageWrite[] {
  return draft.stages
    .map((stage, position) => ({ ...stage, id: ids[position] ?? '' }))
    .toSorted((a, b) => ends[a.type] - ends[b.type])
    .map((stage, at) => ({
      ...stage,
      ...forcedForecast(stage),
      allowedNext: stage.allowedNext?.flatMap((position) => ids[position] ?? []) ?? null,
      pipelineId,
      sortOrder: at + 1,
    }));
}

function forcedForecast(stage: PipelineDraft['stages'][number]) {
  const { type, probabilityBp, forecastCategory } = stage;
  if (type === 'won') return { probabilityBp: 10_000, forecastCategory: 'closed' } as const;
  if (type === 'lost') return { probabilityBp: 0, forecastCategory: 'omitted' } as const;
  return { probabilityBp, forecastCategory };
}

async function emptyStages(
  context: CommandContext,
  removed: readonly Stage[],
  replacementOf: (stageId: string) => string | undefined,
): Promise<void> {
  for (const stage of removed.filter(({ dealCount }) => dealCount > 0)) {
    const stageId = replacementOf(stage.id);
    if (stageId === undefined) throw inUse(stage);
    const ids = await listIdsInStages(context.db, [stage.id]);
    await changeDeals(
      context,
      ids.map((id) => ({ id, edit: { stageId }, cause: 'bulk' })),
    );
  }
}

function changedForecasts(draft: PipelineDraft, kept: readonly Stage[]): string[] {
  return kept
    .filter((stage) => {
      const wanted = draft.stages.find(({ id }) => id === stage.id);
      return (
        wanted?.type === 'open' &&
        (wanted.probabilityBp !== stage.probabilityBp ||
          wanted.forecastCategory !== stage.forecastCategory)
      );
    })
    .map(({ id }) => id);
}

/** What a person set by hand stays; the rest takes what the stage gives now. */
async function followStages(context: CommandContext, stageIds: readonly string[]): Promise<void> {
  if (stageIds.length === 0) return;
  const ids = await listIdsInStages(context.db, stageIds);
  await changeDeals(
    context,
    ids.map((id) => ({ id, edit: {}, cause: 'bulk' })),
  );
}
