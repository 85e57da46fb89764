import type { Pipeline, Stage } from '#shared/contract/deal-pipelines.ts';
import type { DeskPipeline, StageTarget } from '#shared/contract/imports-desk.ts';
import { stageKindOf } from '#shared/domain/imports/value-words.ts';
import { fitLength } from '#shared/domain/text/graphemes.ts';
import { foldForSearch } from '#shared/domain/text/search-text.ts';
import type { ImportChoices } from './desk-choices.ts';
import { orderedStages, stageProbabilities } from './stage-order.ts';
import type { StageCount, Survey } from './survey.ts';

export type PipelineProposal = {
  survey: Survey;
  known: readonly Pipeline[];
  choices: ImportChoices;
  /** Names a new pipeline when the file does not. */
  fallbackName: string;
};

/** Where the stages of the file lead: to a pipeline that has them, or to a new one made of them. */
export function proposePipelines(proposal: PipelineProposal): DeskPipeline[] {
  const groups = Map.groupBy(proposal.survey.stages, ({ pipeline }) => foldForSearch(pipeline));
  return [...groups.values()].map((counts) => proposePipeline(counts, proposal));
}

function proposePipeline(counts: readonly StageCount[], proposal: PipelineProposal): DeskPipeline {
  const { known, choices, fallbackName } = proposal;
  const value = counts[0]?.pipeline ?? '';
  const stages = merged(counts);
  const chosen = choices.pipelines.find((choice) => choice.value === value);
  const proposed = chosen?.pipelineId ?? bestPipeline(value, stages, known)?.id ?? null;
  const pipelineId = chosen?.pipelineId === null ? null : proposed;
  const pipeline = known.find(({ id }) => id === pipelineId);
  const targets = pipeline === undefined ? newTargets(stages) : presentTargets(stages, pipeline);
  const wanted = stages
    .map(({ stage, count }) => ({
      value: stage,
      count,
      target: chosenTarget(choices, [value, stage], pipeline) ??
        targets.get(stage) ?? { type: 'none' as const },
    }))
    .toSorted(byPlace(stages, pipeline, chosenOrder(choices, value)));
  const name = pipeline === undefined ? chosen?.name || value || fallbackName : nameIn(pipeline);
  return { value, pipelineId: pipeline?.id ?? null, name, stages: wanted };
}

/** What the manager or a saved mapping chose, unless that stage is gone. */
function chosenTarget(
  { stages }: ImportChoices,
  [pipelineValue, value]: [string, string],
  pipeline: Pipeline | undefined,
): StageTarget | undefined {
  const target = stages.find(
    (choice) => choice.pipelineValue === pipelineValue && choice.value === value,
  )?.target;
  if (target?.type !== 'stage') return target;
  const isThere = pipeline?.stages.some(({ id }) => id === target.stageId) ?? false;
  return isThere ? target : undefined;
}

function chosenOrder({ orders }: ImportChoices, pipelineValue: string) {
  return orders.find((choice) => choice.pipelineValue === pipelineValue)?.values;
}

function nameIn({ nameZh, nameEn }: Pipeline): string {
  return nameZh === nameEn ? nameZh : `${nameZh} ${nameEn}`;
}

/** One entry for each value of the stage column; deals without a value follow their outcome. */
function merged(counts: readonly StageCount[]): StageCount[] {
  const byStage = new Map<string, StageCount>();
  for (const count of counts) {
    if (count.stage === '') continue;
    const key = foldForSearch(count.stage);
    const known = byStage.get(key);
    const own = withoutEnds(count);
    byStage.set(key, known === undefined ? own : sum(known, own));
  }
  return [...byStage.values()];
}

/** A deal lost in a stage has 0 % and a won one 100 %, which say nothing about the stage. */
function withoutEnds(count: StageCount): StageCount {
  if (stageKindOf(count.status) === 'open') return { ...count };
  return { ...count, probabilityBp: 0, probabilities: 0, lowestBp: 0, highestBp: 0 };
}

function sum(a: StageCount, b: StageCount): StageCount {
  const [first = a, second] = [a, b].filter(({ probabilities }) => probabilities > 0);
  return {
    ...a,
    count: a.count + b.count,
    probabilityBp: a.probabilityBp + b.probabilityBp,
    probabilities: a.probabilities + b.probabilities,
    lowestBp: Math.min(first.lowestBp, second?.lowestBp ?? first.lowestBp),
    highestBp: Math.max(a.highestBp, b.highestBp),
    started: a.started + b.started,
  };
}

/** The pipeline that has the most of these stages, if it has at least half of the open ones. */
function bestPipeline(
  value: string,
  stages: readonly StageCount[],
  known: readonly Pipeline[],
): Pipeline | undefined {
  const named = known.find((pipeline) => value !== '' && isNamed(pipeline, value));
  if (named !== undefined) return named;
  const open = stages.filter(({ stage }) => stageKindOf(stage) === 'open');
  if (open.length === 0) return known[0];
  const fits = known.map((pipeline) => {
    const matching = open.filter(({ stage }) => stageNamed(pipeline, stage) !== undefined);
    return { pipeline, share: matching.length / open.length };
  });
  const best = fits.toSorted((a, b) => b.share - a.share)[0];
  return best !== undefined && best.share >= 0.5 ? best.pipeline : undefined;
}

function isNamed({ nameZh, nameEn }: { nameZh: string; nameEn: string }, value: string): boolean {
  const folded = foldForSearch(value);
  return [nameZh, nameEn].some((name) => foldForSearch(name) === folded);
}

function stageNamed(pipeline: Pipeline, value: string): Stage | undefined {
  return pipeline.stages.find((stage) => isNamed(stage, value));
}

function presentTargets(
  stages: readonly StageCount[],
  pipeline: Pipeline,
): Map<string, StageTarget> {
  return new Map(
    stages.map(({ stage }) => {
      const kind = stageKindOf(stage);
      const found =
        stageNamed(pipeline, stage) ??
        (kind === 'open' ? undefined : pipeline.stages.find(({ type }) => type === kind));
      const target: StageTarget =
        found === undefined ? { type: 'none' } : { type: 'stage', stageId: found.id };
      return [stage, target];
    }),
  );
}

function newTargets(stages: readonly StageCount[]): Map<string, StageTarget> {
  const open = openStages(stages);
  const chances = stageProbabilities(open);
  const targets = new Map<string, StageTarget>();
  for (const [at, { stage }] of open.entries()) {
    const probabilityBp = chances[at] ?? 5000;
    targets.set(stage, { type: 'new', name: fitLength(stage, 300), kind: 'open', probabilityBp });
  }
  for (const { stage } of stages) {
    const kind = stageKindOf(stage);
    if (kind === 'open') continue;
    const probabilityBp = kind === 'won' ? 10_000 : 0;
    targets.set(stage, { type: 'new', name: fitLength(stage, 300), kind, probabilityBp });
  }
  return targets;
}

function openStages(stages: readonly StageCount[]): StageCount[] {
  return orderedStages(stages.filter(({ stage }) => stageKindOf(stage) === 'open'));
}

type Entry = DeskPipeline['stages'][number];

/** By the manager's order, else as the stages stand in their pipeline, ends last. */
function byPlace(
  stages: readonly StageCount[],
  pipeline: Pipeline | undefined,
  order: readonly string[] = [],
): (a: Entry, b: Entry) => number {
  const proposed = openStages(stages).map(({ stage }) => stage);
  const place = ({ value, target }: Entry) => {
    const chosen = order.indexOf(value);
    if (chosen >= 0) return chosen;
    if (target.type === 'none') return 1000;
    const ids = pipeline?.stages.map(({ id }) => id) ?? [];
    if (target.type === 'stage') return 100 + ids.indexOf(target.stageId);
    return { open: 200, won: 400, lost: 500 }[target.kind] + proposed.indexOf(value) / 1000;
  };
  return (a, b) =>
    place(a) - place(b) || (foldForSearch(a.value) < foldForSearch(b.value) ? -1 : 1);
}
