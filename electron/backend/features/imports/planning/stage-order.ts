import { foldForSearch } from '#shared/domain/text/search-text.ts';
import type { StageCount } from './survey.ts';

/** Words of stages from first to last, with the probability such a stage usually has, in basis points. */
const known: readonly (readonly [RegExp, number])[] = [
  [/新建|线索|初步|潜在|prospect|\bnew\b|\blead\b|suspect|未接触/, 1000],
  [/接触|联系|初访|engag|contact|connect|appointment|meeting|初次/, 2000],
  [/资格|qualif|筛选|立标/, 2500],
  [/需求|need|discover|requirement|analy[sz]|调研|诊断/, 3000],
  [/演示|方案|试用|测试|demo|solution|present|trial|poc|value prop|技术/, 5000],
  [/立项|决策|business case|decision|perception|shortlist/, 6000],
  [/报价|投标|标书|招标|quote|quotation|proposal|bid|tender|price/, 7000],
  [/谈判|商务|negotiat|review|议价/, 8000],
  [/合同|签约|采购|审批|contract|commit|verbal|legal|purchas|approval|待签/, 9000],
];

function rankOf(value: string): number | null {
  const folded = foldForSearch(value);
  const at = known.findIndex(([pattern]) => pattern.test(folded));
  return at < 0 ? null : at;
}

/** Mean of the probabilities beside a value; null where there are none. */
function meanBp({ probabilityBp, probabilities }: StageCount): number | null {
  return probabilities === 0 ? null : Math.round(probabilityBp / probabilities / 100) * 100;
}

/**
 * Open stages from first to last: by the probabilities beside them, else by what their names
 * usually mean, and what says nothing in the order of the file.
 */
export function orderedStages(stages: readonly StageCount[]): StageCount[] {
  const hasChances = stages.every((stage) => meanBp(stage) !== null);
  const middle = known.length / 2;
  const place = (stage: StageCount) =>
    hasChances ? (meanBp(stage) ?? 0) : (rankOf(stage.stage) ?? middle);
  return stages.toSorted((a, b) => place(a) - place(b) || startedShare(a) - startedShare(b));
}

/** Early stages have more deals of which nobody says when selling began. */
function startedShare({ started, count }: StageCount): number {
  return count === 0 ? 0 : started / count;
}

/** The probability for each of the ordered stages: the file's own, the usual one, or even steps. */
export function stageProbabilities(stages: readonly StageCount[]): number[] {
  const means = stages.map(meanBp);
  const usual = stages.map(({ stage }) => {
    const rank = rankOf(stage);
    return rank === null ? null : (known[rank]?.[1] ?? null);
  });
  const even = stages.map((_, at) => Math.round(((at + 1) / (stages.length + 1)) * 20) * 500);
  const isComplete = (list: readonly (number | null)[]) => list.every((bp) => bp !== null);
  const chosen = isComplete(means) ? means : isComplete(usual) && isRising(usual) ? usual : even;
  return chosen.map((bp, at) => Math.min(9900, Math.max(0, bp ?? even[at] ?? 5000)));
}

function isRising(list: readonly (number | null)[]): boolean {
  return list.every((bp, at) => at === 0 || (bp ?? 0) > (list[at - 1] ?? 0));
}
