import type { Pipeline, PipelineDraft, Stage } from '#shared/contract/deal-pipelines.ts';
import type { DeskPipeline } from '#shared/contract/imports-desk.ts';
import type { DealStage } from '#shared/domain/deals/deal-edit.ts';
import { foldForSearch } from '#shared/domain/text/search-text.ts';

/** A pipeline of the import with its stages as deals will use them. */
export class ImportPipeline {
  readonly open: readonly DealStage[];
  readonly won: DealStage;
  readonly lost: DealStage;
  readonly #byValue: ReadonlyMap<string, DealStage | null>;

  constructor(stages: readonly DealStage[], byValue: ReadonlyMap<string, DealStage | null>) {
    this.open = stages.filter(({ kind }) => kind === 'open');
    this.won = endOf(stages, 'won');
    this.lost = endOf(stages, 'lost');
    this.#byValue = byValue;
  }

  get first(): DealStage {
    const [first] = this.open;
    if (first === undefined) throw new RangeError('a pipeline needs an open stage');
    return first;
  }

  /** Where a value of the stage column leads; null when its rows are to come back. */
  stageOf(value: string): DealStage | null | undefined {
    return this.#byValue.get(foldForSearch(value));
  }
}

function endOf(stages: readonly DealStage[], kind: 'won' | 'lost'): DealStage {
  const end = stages.find((stage) => stage.kind === kind);
  if (end === undefined) throw new RangeError(`a pipeline needs a ${kind} stage`);
  return end;
}

export type ImportPipelines = {
  /** By the value of the pipeline column. */
  find(value: string): ImportPipeline | undefined;
  stages: ReadonlyMap<string, DealStage>;
  /** As they are now: every stage of a value is one that is there. */
  settled: readonly SettledPipeline[];
};

/** Where a value of the pipeline column and its stages led, to be remembered. */
export type SettledPipeline = {
  value: string;
  pipelineId: string;
  stages: { value: string; stageId: string | null }[];
};

/** Makes a pipeline as the draft says and answers its id; what a dry run does is up to it. */
export type SavePipeline = (draft: PipelineDraft) => Promise<{ id: string }>;

type Surroundings = { known: readonly Pipeline[]; newId(): string; save: SavePipeline };

/** Every pipeline that rows lead to, new ones made. */
export async function preparePipelines(
  { known, newId, save }: Surroundings,
  pipelines: readonly DeskPipeline[],
): Promise<ImportPipelines> {
  const present = known.flatMap((pipeline) => pipeline.stages.map(toDealStage));
  const stages = new Map<string, DealStage>(present.map((stage) => [stage.id, stage]));
  const byValue = new Map<string, ImportPipeline>();
  const settled: SettledPipeline[] = [];
  for (const wanted of pipelines) {
    const before = known.find(({ id }) => id === wanted.pipelineId);
    const draft = pipelineDraft(wanted, before, newId);
    const saved = draft.isNew ? await save(draft.pipeline) : { id: wanted.pipelineId ?? '' };
    for (const stage of draft.stages) stages.set(stage.id, stage);
    const targets = wanted.stages.map(({ value, target }) => {
      return { value, stage: stageOfTarget(target, draft.stages, draft.idsByName) };
    });
    const byStage = new Map(targets.map(({ value, stage }) => [foldForSearch(value), stage]));
    byValue.set(foldForSearch(wanted.value), new ImportPipeline(draft.stages, byStage));
    settled.push({
      value: wanted.value,
      pipelineId: saved.id,
      stages: targets.map(({ value, stage }) => ({ value, stageId: stage?.id ?? null })),
    });
  }
  return { stages, settled, find: (value) => byValue.get(foldForSearch(value)) };
}

type Draft = {
  pipeline: PipelineDraft;
  stages: DealStage[];
  /** Ids of new open stages, by name. */
  idsByName: ReadonlyMap<string, string>;
  isNew: boolean;
};

function pipelineDraft(
  wanted: DeskPipeline,
  before: Pipeline | undefined,
  newId: () => string,
): Draft {
  const present = before?.stages ?? [];
  const idsByName = new Map<string, string>();
  const added: StageDraft[] = [];
  for (const { target } of wanted.stages) {
    if (target.type !== 'new' || target.kind !== 'open' || idsByName.has(target.name)) continue;
    const id = newId();
    idsByName.set(target.name, id);
    added.push(newStage({ ...target, id }));
  }
  const open = [...present.filter(({ type }) => type === 'open'), ...added];
  if (open.length === 0) open.push(newStage(firstStage(newId())));
  const ends = (['won', 'lost'] as const).map(
    (kind) => present.find(({ type }) => type === kind) ?? newEnd(wanted, kind, newId()),
  );
  const stages = [...open, ...ends];
  const pipeline = {
    ...(wanted.pipelineId === null ? {} : { id: wanted.pipelineId }),
    nameZh: before?.nameZh ?? wanted.name,
    nameEn: before?.nameEn ?? wanted.name,
    stages: stages.map((stage) => ({
      ...stage,
      allowedNext: positions(stage.allowedNext, stages),
    })),
    replacements: {},
  };
  const isNew = wanted.pipelineId === null || added.length > 0;
  return { pipeline, stages: stages.map(toDealStage), idsByName, isNew };
}

function positions(next: readonly string[] | null, stages: readonly StageDraft[]): number[] | null {
  if (next === null) return null;
  return next.map((id) => stages.findIndex((stage) => stage.id === id)).filter((at) => at >= 0);
}

type StageDraft = Omit<Stage, 'dealCount'>;
type NewStage = { id: string; name: string; kind: DealStage['kind']; probabilityBp: number };

function newStage({ id, name, kind, probabilityBp }: NewStage): StageDraft {
  return {
    id,
    nameZh: name,
    nameEn: name,
    type: kind,
    probabilityBp,
    forecastCategory:
      kind === 'won' ? 'closed' : kind === 'lost' ? 'omitted' : openCategory(probabilityBp),
    requiredFields: [],
    allowedNext: null,
    allowBack: true,
    healthRules: {},
  };
}

function openCategory(probabilityBp: number): DealStage['forecastCategory'] {
  if (probabilityBp >= 9000) return 'commit';
  return probabilityBp >= 6000 ? 'best_case' : 'pipeline';
}

const endNames = { won: ['赢单', 'Won'], lost: ['输单', 'Lost'] } as const;

/** Named as the file names it, in the other language by its usual name. */
function newEnd(wanted: DeskPipeline, kind: 'won' | 'lost', id: string): StageDraft {
  const target = wanted.stages
    .map((stage) => stage.target)
    .find((candidate) => candidate.type === 'new' && candidate.kind === kind);
  const [zh, en] = endNames[kind];
  const name = target?.type === 'new' ? target.name : en;
  const isChinese = /\p{Script=Han}/u.test(name);
  const draft = newStage({ id, name, kind, probabilityBp: kind === 'won' ? 10_000 : 0 });
  return { ...draft, nameZh: isChinese ? name : zh, nameEn: isChinese ? en : name };
}

function firstStage(id: string): NewStage {
  return { id, name: '新建 New', kind: 'open', probabilityBp: 1000 };
}

function toDealStage(stage: StageDraft, index: number): DealStage {
  const { id, type, probabilityBp, forecastCategory } = stage;
  return { id, kind: type, sortOrder: index + 1, probabilityBp, forecastCategory };
}

function stageOfTarget(
  target: DeskPipeline['stages'][number]['target'],
  stages: readonly DealStage[],
  idsByName: ReadonlyMap<string, string>,
): DealStage | null {
  if (target.type === 'none') return null;
  if (target.type === 'stage') return stages.find(({ id }) => id === target.stageId) ?? null;
  if (target.kind !== 'open') return endOf(stages, target.kind);
  return stages.find(({ id }) => id === idsByName.get(target.name)) ?? null;
}
