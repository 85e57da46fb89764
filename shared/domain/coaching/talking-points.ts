import type { CommitmentOwner } from './commitments.ts';

/** What a brief knows about a person, as far as it may be worth talking about. */
export type TalkingPointFacts = Readonly<{
  overdueCommitments: ReadonlyArray<
    Readonly<{ commitmentId: string; owner: CommitmentOwner; overdueDays: number }>
  >;
  stuckDeals: ReadonlyArray<Readonly<{ dealId: string; amountMinor: number }>>;
  /** Kinds of activity flagged down against the person's own baseline. */
  baselineDrops: ReadonlyArray<Readonly<{ activityKind: string; deltaBp: number }>>;
  skillGaps: ReadonlyArray<Readonly<{ skillId: string; weightBp: number; gapLevels: number }>>;
  undeliveredFeedback: ReadonlyArray<Readonly<{ feedbackId: string; ageDays: number }>>;
  praiseDue: ReadonlyArray<Readonly<{ source: PraiseSource; refId: string; ageDays: number }>>;
}>;

export type PraiseSource = 'feedback' | 'won_deal' | 'kept_commitment';

/** A proposal with the rule that made it and the fact behind it. */
export type TalkingPoint =
  | Readonly<{
      rule: 'overdue_commitment';
      refId: string;
      owner: CommitmentOwner;
      overdueDays: number;
    }>
  | Readonly<{ rule: 'stuck_deal'; refId: string; amountMinor: number }>
  | Readonly<{ rule: 'baseline_drop'; refId: string; deltaBp: number }>
  | Readonly<{ rule: 'skill_gap'; refId: string; priority: number; gapLevels: number }>
  | Readonly<{ rule: 'undelivered_feedback'; refId: string; ageDays: number }>
  | Readonly<{ rule: 'praise'; refId: string; source: PraiseSource; ageDays: number }>;

/** What speaks of a private commitment is private, whoever picked it. */
export function isPrivateFact(
  fact: Readonly<{ rule: string; visibility?: 'private' | 'shared' }> | null,
): boolean {
  return fact?.visibility === 'private';
}

type PointOf<Rule extends TalkingPoint['rule']> = Extract<TalkingPoint, { rule: Rule }>;

function commitmentPoints(facts: TalkingPointFacts): PointOf<'overdue_commitment'>[] {
  const rank = (owner: CommitmentOwner) => (owner === 'manager' ? 0 : 1);
  return facts.overdueCommitments
    .map(({ commitmentId, owner, overdueDays }) => ({
      rule: 'overdue_commitment' as const,
      refId: commitmentId,
      owner,
      overdueDays,
    }))
    .sort((a, b) => rank(a.owner) - rank(b.owner) || b.overdueDays - a.overdueDays);
}

function skillPoints({ skillGaps }: TalkingPointFacts): PointOf<'skill_gap'>[] {
  return skillGaps
    .filter(({ gapLevels }) => gapLevels > 0)
    .map(({ skillId, weightBp, gapLevels }) => ({
      rule: 'skill_gap' as const,
      refId: skillId,
      priority: weightBp * gapLevels,
      gapLevels,
    }))
    .sort((a, b) => b.priority - a.priority);
}

/**
 * All talking points in the order of the rules: overdue commitments (the manager's first), stuck
 * deals by amount, drops against the baseline, skill gaps (weight × levels), undelivered feedback,
 * praise.
 */
export function talkingPoints(facts: TalkingPointFacts): TalkingPoint[] {
  const deals = facts.stuckDeals.toSorted((a, b) => b.amountMinor - a.amountMinor);
  const drops = facts.baselineDrops.toSorted((a, b) => a.deltaBp - b.deltaBp);
  const feedback = facts.undeliveredFeedback.toSorted((a, b) => b.ageDays - a.ageDays);
  const praise = facts.praiseDue.toSorted((a, b) => a.ageDays - b.ageDays);
  return [
    ...commitmentPoints(facts),
    ...deals.map(
      ({ dealId, amountMinor }) => ({ rule: 'stuck_deal', refId: dealId, amountMinor }) as const,
    ),
    ...drops.map(
      ({ activityKind, deltaBp }) =>
        ({ rule: 'baseline_drop', refId: activityKind, deltaBp }) as const,
    ),
    ...skillPoints(facts),
    ...feedback.map(
      ({ feedbackId, ageDays }) =>
        ({ rule: 'undelivered_feedback', refId: feedbackId, ageDays }) as const,
    ),
    ...praise.map(
      ({ source, refId, ageDays }) => ({ rule: 'praise', refId, source, ageDays }) as const,
    ),
  ];
}

/** The first points up to a limit; the last place goes to praise where there is any and none made it. */
export function topTalkingPoints(points: readonly TalkingPoint[], limit = 3): TalkingPoint[] {
  const top = points.slice(0, limit);
  const praise = points.find(({ rule }) => rule === 'praise');
  if (!praise || limit < 1 || top.includes(praise)) return top;
  return [...top.slice(0, limit - 1), praise];
}
