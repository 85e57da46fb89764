import type { TalkingFact } from '#shared/contract/coaching-brief.ts';
import { AppError } from '../../../app-error.ts';

/** A point of a rule is known by the rule and the record that raised it: `stuck_deal:<id>`. */
export function pointKey(fact: TalkingFact): string {
  return `${fact.rule}:${subjectOf(fact)}`;
}

function subjectOf(fact: TalkingFact): string {
  if ('commitmentId' in fact) return fact.commitmentId;
  return 'dealId' in fact ? fact.dealId : fact.measure;
}

/** @throws AppError not_found for a key without a rule: a point that is gone */
export function parsePointKey(key: string): { ruleCode: string; subjectId: string } {
  const at = key.indexOf(':');
  if (at < 1) throw new AppError('not_found');
  return { ruleCode: key.slice(0, at), subjectId: key.slice(at + 1) };
}
