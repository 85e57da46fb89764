import type { Pipeline, Stage, StageChanges } from '#shared/contract/deal-pipelines.ts';
import { AppError } from '../../../app-error.ts';
import type { CommandContext } from '../../../rpc/context.ts';
import { listPipelines } from './pipeline.repository.ts';
import { savePipeline } from './pipeline.service.ts';
import {
  draftWithNewStage,
  draftWithoutStage,
  toDraft,
  withMovedStage,
  withStage,
} from './pipeline-edit.ts';
import { given, withStageRuleChanges } from './rule-changes.ts';

// Each command carries only what is different and takes the rest from what is there now: a screen
// that has not yet heard of the edit before it takes nothing back.

type Names = { nameZh: string; nameEn: string };

/** @throws AppError not_found */
export async function renamePipeline(
  context: CommandContext,
  { id, ...names }: { id: string } & { [Key in keyof Names]?: string | undefined },
): Promise<void> {
  const pipeline = (await listPipelines(context.db)).find((one) => one.id === id);
  if (pipeline === undefined) throw new AppError('not_found');
  await savePipeline(context, toDraft({ ...pipeline, ...given(names) }));
}

/** @throws AppError not_found */
export async function addStage(
  context: CommandContext,
  { pipelineId, ...names }: Names & { pipelineId: string },
): Promise<void> {
  const pipeline = (await listPipelines(context.db)).find(({ id }) => id === pipelineId);
  if (pipeline === undefined) throw new AppError('not_found');
  await savePipeline(context, draftWithNewStage(pipeline, names));
  context.step.describe(names);
}

/** @throws AppError not_found, bad_input */
export async function changeStage(
  context: CommandContext,
  { id, changes }: { id: string; changes: StageChanges },
): Promise<void> {
  const { pipeline, stage } = await findStage(context, id);
  const changed = { ...stage, ...changesOf(stage, changes) };
  await savePipeline(context, toDraft(withStage(pipeline, id, changed)));
  context.step.describe({ nameZh: changed.nameZh, nameEn: changed.nameEn });
}

/** @throws AppError not_found */
export async function moveStage(
  context: CommandContext,
  { id, by }: { id: string; by: number },
): Promise<void> {
  const { pipeline, stage } = await findStage(context, id);
  if (stage.type !== 'open') throw new AppError('bad_input', { field: 'id' });
  await savePipeline(context, toDraft(withMovedStage(pipeline, id, by)));
  context.step.describe({ nameZh: stage.nameZh, nameEn: stage.nameEn });
}

/** @throws AppError not_found, stage_in_use, pipeline_incomplete */
export async function deleteStage(
  context: CommandContext,
  { id, replacementId }: { id: string; replacementId: string | null },
): Promise<void> {
  const { pipeline, stage } = await findStage(context, id);
  await savePipeline(context, draftWithoutStage(pipeline, id, replacementId));
  context.step.describe({ nameZh: stage.nameZh, nameEn: stage.nameEn });
}

async function findStage(
  { db }: CommandContext,
  id: string,
): Promise<{ pipeline: Pipeline; stage: Stage }> {
  for (const pipeline of await listPipelines(db)) {
    const stage = pipeline.stages.find((one) => one.id === id);
    if (stage !== undefined) return { pipeline, stage };
  }
  throw new AppError('not_found');
}

function changesOf(stage: Stage, changes: StageChanges): Partial<Stage> {
  const { requiredFields, allowedNext, healthRules, ...values } = changes;
  const next = withMembers(stage.allowedNext ?? [], allowedNext ?? {});
  return {
    ...given(values),
    requiredFields: withMembers(stage.requiredFields, requiredFields ?? {}),
    allowedNext: next.length === 0 ? null : next,
    healthRules: withStageRuleChanges(stage.healthRules, healthRules ?? {}),
  };
}

/** A list with some members put in (true) and others taken out (false). */
function withMembers<T extends string>(
  list: readonly T[],
  members: Readonly<Partial<Record<T, boolean | undefined>>>,
): T[] {
  const added = Object.keys(members) as T[]; // the record has no other keys
  return [...new Set([...list, ...added])].filter((one) => members[one] ?? list.includes(one));
}
