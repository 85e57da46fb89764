import type {
  BriefActivity,
  BriefCommitment,
  TalkingFact,
  TalkingPoint,
} from '#shared/contract/coaching-brief.ts';
import {
  isPrivateFact,
  type TalkingPointFacts,
  talkingPoints,
  topTalkingPoints,
} from '#shared/domain/coaching/talking-points.ts';
import { daysBetween } from '#shared/domain/dates/local-date.ts';
import type { ReadDb } from '../../../database/db.ts';
import { type KeptPoint, listPoints } from '../points/point.repository.ts';
import { pointKey } from '../points/point-key.ts';
import type { PersonDeals } from './brief-deals.ts';
import { listWonDeals } from './deal-names.repository.ts';

export type PointSources = {
  personId: string;
  today: string;
  commitments: readonly BriefCommitment[];
  deals: PersonDeals;
  activity: readonly BriefActivity[];
  /** Wins from this day on deserve praise. */
  praiseFromOn: string;
};

const topPoints = 3;

/** What to talk about: the manager's choice first, then what the rules propose, best first. */
export async function getTalkingPoints(db: ReadDb, sources: PointSources): Promise<TalkingPoint[]> {
  const facts = await collectFacts(db, sources);
  const kept = await listPoints(db, { personId: sources.personId, sessionId: null });
  return mergePoints(kept, rankFacts(facts, sources.today));
}

/** Facts by the rules' order, with praise among the first three when there is any. */
function rankFacts(facts: readonly TalkingFact[], today: string): TalkingFact[] {
  const points = talkingPoints(toRuleFacts(facts, today));
  const top = topTalkingPoints(points, topPoints);
  const ordered = [...top, ...points.filter((point) => !top.includes(point))];
  const byRef = new Map(facts.map((fact) => [refOf(fact), fact]));
  return ordered.flatMap((point) => byRef.get(`${point.rule}:${point.refId}`) ?? []);
}

function refOf(fact: TalkingFact): string {
  return pointKey(fact).replace(/^praise_(won|kept)/, 'praise');
}

function toRuleFacts(facts: readonly TalkingFact[], today: string): TalkingPointFacts {
  const of = <Rule extends TalkingFact['rule']>(rule: Rule) =>
    facts.filter((fact): fact is Extract<TalkingFact, { rule: Rule }> => fact.rule === rule);
  return {
    overdueCommitments: of('overdue_commitment'),
    stuckDeals: of('stuck_deal'),
    baselineDrops: of('baseline_drop').map(({ measure, deltaBp }) => ({
      activityKind: measure,
      deltaBp,
    })),
    skillGaps: [],
    undeliveredFeedback: [],
    praiseDue: [
      ...of('praise_won').map(({ dealId, wonOn }) => ({
        source: 'won_deal' as const,
        refId: dealId,
        ageDays: daysBetween(wonOn, today),
      })),
      ...of('praise_kept').map(({ commitmentId, closedOn }) => ({
        source: 'kept_commitment' as const,
        refId: commitmentId,
        ageDays: daysBetween(closedOn, today),
      })),
    ],
  };
}

async function collectFacts(db: ReadDb, sources: PointSources): Promise<TalkingFact[]> {
  const { personId, praiseFromOn: fromOn } = sources;
  const won = await listWonDeals(db, { personId, fromOn });
  return [
    ...sources.commitments.flatMap(toCommitmentFacts),
    ...sources.deals.stuck.map(({ dealId, name, amountMinor, stuck: reasons }) => ({
      rule: 'stuck_deal' as const,
      dealId,
      name,
      amountMinor,
      reasons,
    })),
    ...dropFacts(sources.activity),
    ...won.map(({ id: dealId, ...deal }) => ({ rule: 'praise_won' as const, dealId, ...deal })),
  ];
}

function toCommitmentFacts(item: BriefCommitment): TalkingFact[] {
  const { id: commitmentId, owner, text, overdueDays, movedCount, closedOn, visibility } = item;
  const told = { commitmentId, text, visibility };
  if (overdueDays > 0) {
    return [{ rule: 'overdue_commitment', ...told, owner, overdueDays, movedCount }];
  }
  const isKept = owner === 'rep' && item.status === 'done' && closedOn !== null;
  const isInTime = isKept && (item.dueOn === null || closedOn <= item.dueOn) && movedCount === 0;
  return isInTime ? [{ rule: 'praise_kept', ...told, closedOn }] : [];
}

/** A drop of meetings is part of a drop of all contacts, so the narrower one speaks alone. */
function dropFacts(activity: readonly BriefActivity[]): TalkingFact[] {
  const drop = activity.find(({ flag }) => flag === 'down');
  if (drop === undefined) return [];
  const { measure, meanMilli, recentMilli, deltaBp, n } = drop;
  if (meanMilli === null || recentMilli === null || deltaBp === null) return [];
  return [{ rule: 'baseline_drop', measure, meanMilli, recentMilli, deltaBp, n }];
}

/**
 * What the manager kept, in the manager's order, then the proposals that were neither kept nor
 * dismissed. A kept point that is only a rule's goes when the rule no longer holds.
 */
function mergePoints(kept: readonly KeptPoint[], facts: readonly TalkingFact[]): TalkingPoint[] {
  const factOf = new Map(facts.map((fact) => [pointKey(fact), fact]));
  const keptKeys = new Set(kept.map((point) => `${point.ruleCode}:${point.subjectId}`));
  const chosen = kept
    .filter(({ state }) => state === 'open')
    .map((point) => {
      const live = factOf.get(`${point.ruleCode}:${point.subjectId}`);
      return toTalkingPoint({ ...point, fact: live ?? point.fact });
    })
    .filter(({ text, fact }) => text !== '' || fact !== null);
  const proposed = facts.filter((fact) => !keptKeys.has(pointKey(fact)));
  return [...chosen, ...proposed.map(toProposal)];
}

/** A point without what only the storage knows; one about a private fact is private too. */
export function toTalkingPoint(point: KeptPoint): TalkingPoint {
  const { personId, sessionId, ruleCode, subjectId, createdAt, ...shown } = point;
  return isPrivateFact(point.fact) ? { ...shown, visibility: 'private' } : shown;
}

function toProposal(fact: TalkingFact): TalkingPoint {
  return {
    key: pointKey(fact),
    itemId: null,
    line: pointKey(fact),
    source: 'rule',
    text: '',
    fact,
    state: 'open',
    dropReason: null,
    visibility: isPrivateFact(fact) ? 'private' : 'shared',
    carriedCount: 0,
  };
}
