import type { DeskPipeline, ImportRule } from '#shared/contract/imports-desk.ts';
import { stageKindOf } from '#shared/domain/imports/value-words.ts';
import { foldForSearch } from '#shared/domain/text/search-text.ts';
import type { ImportChoices } from './desk-choices.ts';
import type { StageCount, Survey } from './survey.ts';

type Rule = { rule: ImportRule; isOn: boolean; count: number };

/** The rules that would fill something, on unless the manager switched them off. */
export function proposeRules(
  survey: Survey,
  {
    pipelines,
    choices,
    hasPrices,
  }: { pipelines: readonly DeskPipeline[]; choices: ImportChoices; hasPrices: boolean },
): Rule[] {
  const counts: Record<ImportRule, number> = {
    amountFromPrice: survey.hasPrices || hasPrices ? openWithoutAmount(survey, pipelines) : 0,
    keepLostAmount: lostWithoutAmount(survey, pipelines),
    teamFromManager: survey.peopleWithManager,
    nameFromParts: survey.dealsWithoutName,
  };
  const rules = Object.entries(counts) as [ImportRule, number][];
  return rules
    .filter(([, count]) => count > 0)
    .map(([rule, count]) => ({ rule, count, isOn: choices.rules[rule] ?? true }));
}

function kindOf({ pipeline, stage, status }: StageCount, pipelines: readonly DeskPipeline[]) {
  if (status === 'won' || status === 'lost') return status;
  const wanted = pipelines
    .find(({ value }) => foldForSearch(value) === foldForSearch(pipeline))
    ?.stages.find(({ value }) => foldForSearch(value) === foldForSearch(stage));
  return wanted?.target.type === 'new' ? wanted.target.kind : stageKindOf(stage);
}

function openWithoutAmount({ stages }: Survey, pipelines: readonly DeskPipeline[]): number {
  return stages
    .filter((stage) => kindOf(stage, pipelines) === 'open')
    .reduce((sum, { withProduct }) => sum + withProduct, 0);
}

/** Only where no lost deal has an amount at all: then 0 says that nothing was sold, not what was lost. */
function lostWithoutAmount({ stages }: Survey, pipelines: readonly DeskPipeline[]): number {
  const lost = stages.filter((stage) => kindOf(stage, pipelines) === 'lost');
  const count = lost.reduce((sum, stage) => sum + stage.count, 0);
  const without = lost.reduce((sum, { withoutSale }) => sum + withoutSale, 0);
  return count === without ? count : 0;
}
