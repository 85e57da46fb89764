import type { Pipeline, PipelineDraft, Stage } from '#shared/contract/deal-pipelines.ts';

type StageDraft = PipelineDraft['stages'][number];

/** A pipeline keeps the ids of stages where its draft wants places in the list. */
export function toDraft({ id, nameZh, nameEn, stages }: Pipeline): PipelineDraft {
  const placeOf = (stageId: string) => stages.findIndex((stage) => stage.id === stageId);
  const drafts = stages.map(({ dealCount: _count, allowedNext, ...stage }) => ({
    ...stage,
    allowedNext: allowedNext?.map(placeOf).filter((place) => place >= 0) ?? null,
  }));
  return { id, nameZh, nameEn, stages: drafts, replacements: {} };
}

/** Changes one stage. */
export function withStage(pipeline: Pipeline, stageId: string, change: Partial<Stage>): Pipeline {
  const stages = pipeline.stages.map((stage) =>
    stage.id === stageId ? { ...stage, ...change } : stage,
  );
  return { ...pipeline, stages };
}

/** Moves an open stage by so many places; it stays among the open ones, before won and lost. */
export function withMovedStage(pipeline: Pipeline, stageId: string, by: number): Pipeline {
  const open = pipeline.stages.filter(({ type }) => type === 'open');
  const ends = pipeline.stages.filter(({ type }) => type !== 'open');
  const from = open.findIndex(({ id }) => id === stageId);
  const to = Math.max(0, Math.min(open.length - 1, from + by));
  const [moved] = open.splice(from, 1);
  if (moved !== undefined) open.splice(to, 0, moved);
  return { ...pipeline, stages: [...open, ...ends] };
}

/** The draft with a new stage after the last open one. */
export function draftWithNewStage(
  pipeline: Pipeline,
  names: { nameZh: string; nameEn: string },
): PipelineDraft {
  const draft = toDraft(pipeline);
  const at = draft.stages.filter(({ type }) => type === 'open').length;
  const before = draft.stages[at - 1];
  const stage: StageDraft = {
    ...names,
    type: 'open',
    probabilityBp: before?.probabilityBp ?? 0,
    forecastCategory: before?.forecastCategory ?? 'pipeline',
    requiredFields: [],
    allowedNext: null,
    allowBack: true,
    healthRules: {},
  };
  const shifted = draft.stages.map((other) => ({
    ...other,
    allowedNext: other.allowedNext?.map((place) => (place >= at ? place + 1 : place)) ?? null,
  }));
  return { ...draft, stages: shifted.toSpliced(at, 0, stage) };
}

/** The draft without a stage; its deals go to another. */
export function draftWithoutStage(
  pipeline: Pipeline,
  stageId: string,
  replacementId: string | null,
): PipelineDraft {
  const stages = pipeline.stages.filter(({ id }) => id !== stageId);
  const draft = toDraft({ ...pipeline, stages });
  const place = stages.findIndex(({ id }) => id === replacementId);
  return place < 0 ? draft : { ...draft, replacements: { [stageId]: place } };
}
