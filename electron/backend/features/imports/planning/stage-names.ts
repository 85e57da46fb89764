import { foldForSearch } from '#shared/domain/text/search-text.ts';

/**
 * What the stages of usual CRMs are called, with the probability such a stage mostly has, in basis
 * points, by which they are ordered. The first that matches counts, so narrower words stand first:
 * Pipedrive's contact made follows qualified, a proposal with a price follows one without.
 */
const usual: readonly (readonly [RegExp, number])[] = [
  [/谈判|议价|negotiat/, 8000],
  [/合同|签约|待签|采购|审批|口头|contract|commit|verbal|legal|purchas|approval|\bclos/, 9000],
  [/报价|投标|标书|招标|quote|quotation|\bbid|tender|pric(?:e|ing)/, 7000],
  [/perception/, 6500],
  [/立项|决策|business case|decision|shortlist/, 6000],
  [/演示|方案|试用|测试|技术|demo|solution|present|trial|\bpoc\b|value prop|technic/, 5000],
  [/propos/, 7000],
  [/商务|review/, 8000],
  [/contact made/, 2600],
  [/资格|筛选|验证|意向|立标|qualif/, 2500],
  [/需求|调研|诊断|need|discover|requirement|analy[sz]|develop/, 3000],
  [/新建|线索|潜在|未接触|prospect|\bnew\b|\blead\b|suspect|incoming/, 1000],
  [/初步|初次|初访/, 1500],
  [/接触|联系|接洽|engag|contact|connect|appointment|meeting/, 2000],
];

/** The probability a stage of this name usually has, in basis points; null for an unknown name. */
export function usualChance(name: string): number | null {
  const folded = foldForSearch(name);
  return usual.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

/** The number a stage's name begins with: '2-需求确认', 'S2 Needs', '30% 报价' → 2, 2, 30. */
export function leadingNumber(name: string): number | null {
  const found = /^(?:阶段|第|stage|step|phase|[a-z])? ?(\d{1,3})(?!\d)/.exec(foldForSearch(name));
  return found === null ? null : Number(found[1]);
}
