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

const commitmentRules = ['overdue_commitment', 'praise_kept', 'commitment'];

/** The commitment that a rule's point or a pinned line is about; null when it is about none. */
export function commitmentOfKey(key: string): string | null {
  const at = key.indexOf(':');
  return at > 0 && commitmentRules.includes(key.slice(0, at)) ? key.slice(at + 1) : null;
}
