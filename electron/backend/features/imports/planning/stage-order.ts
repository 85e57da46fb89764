import { foldForSearch } from '#shared/domain/text/search-text.ts';
import { leadingNumber, usualChance } from './stage-names.ts';
import type { StageCount } from './survey.ts';

/** Fewer deals of a stage say nothing about it. */
const leastSample = 5;
/** Where a stage stands of which nothing is known. */
const middleBp = 5000;

/** Mean of the probabilities beside a value, in whole percent as basis points. */
function meanBp({ probabilityBp, probabilities }: StageCount): number {
  return probabilities === 0 ? 0 : Math.round(probabilityBp / probabilities / 100) * 100;
}

/** The same mean; null where it is of too few deals. */
function sampledBp(stage: StageCount): number | null {
  return stage.probabilities < leastSample ? null : meanBp(stage);
}

/** Early stages have more deals of which nobody says when selling began. */
function startedShare({ started, count }: StageCount): number {
  return count < leastSample ? 0.5 : started / count;
}

/** True when each stage has one probability throughout: then the CRM sets it by the stage. */
function haveOwnChances(stages: readonly StageCount[]): boolean {
  const isSet = stages.every(
    (stage) => stage.probabilities > 0 && stage.lowestBp === stage.highestBp,
  );
  const different = new Set(stages.map(({ lowestBp }) => lowestBp)).size;
  const seen = stages.reduce((sum, { probabilities }) => sum + probabilities, 0);
  return isSet && different > stages.length / 2 && seen >= leastSample * stages.length;
}

/** True when every name begins with a number of its own. */
function areNumbered(stages: readonly StageCount[]): boolean {
  const numbers = stages.map(({ stage }) => leadingNumber(stage));
  return !numbers.includes(null) && new Set(numbers).size === stages.length;
}

/**
 * Open stages from first to last: by the numbers of their names, by probabilities that the CRM set
 * by the stage, else by what their names usually mean. Only where a name says nothing, what became
 * of at least five deals does: their mean probability, then how many say when selling began. The
 * same stages stand in the same order whatever the order of the rows.
 */
export function orderedStages(stages: readonly StageCount[]): StageCount[] {
  const isNumbered = areNumbered(stages);
  const isSet = haveOwnChances(stages);
  const placed = stages.map((stage) => {
    const known = usualChance(stage.stage);
    const sampled = sampledBp(stage);
    const meant = known ?? sampled ?? middleBp;
    const first = isNumbered ? (leadingNumber(stage.stage) ?? 0) : isSet ? stage.lowestBp : meant;
    return { stage, keys: [first, meant, sampled ?? meant, startedShare(stage)] };
  });
  return placed.toSorted(byKeys).map(({ stage }) => stage);
}

type Placed = { stage: StageCount; keys: number[] };

function byKeys(a: Placed, b: Placed): number {
  const at = a.keys.findIndex((key, index) => key !== b.keys[index]);
  if (at >= 0) return (a.keys[at] ?? 0) - (b.keys[at] ?? 0);
  return foldForSearch(a.stage.stage) < foldForSearch(b.stage.stage) ? -1 : 1;
}

/**
 * The probability for each of the ordered stages: the one the CRM set, the mean where there are
 * deals enough and it rises from stage to stage, the usual one of the names, or even steps.
 */
export function stageProbabilities(stages: readonly StageCount[]): number[] {
  const even = stages.map((_, at) => Math.round(((at + 1) / (stages.length + 1)) * 20) * 500);
  const offers = [stages.map(sampledBp), stages.map(({ stage }) => usualChance(stage))];
  const chosen = haveOwnChances(stages) ? stages.map(meanBp) : (offers.find(isRising) ?? even);
  return chosen.map((bp, at) => Math.min(9900, Math.max(0, bp ?? even[at] ?? middleBp)));
}

function isRising(list: readonly (number | null)[]): boolean {
  return list.every((bp, at) => bp !== null && (at === 0 || bp > (list[at - 1] ?? 0)));
}
