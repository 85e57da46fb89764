import { daysBetween, type LocalDate } from '#shared/domain/dates/local-date.ts';
import { moveDirection, type Stage } from './stage.ts';
import type { DealSnapshot } from './waterfall.ts';

/** One thing that is different about a deal. */
export type DealChange =
  | Readonly<{ kind: 'new' | 'won' | 'lost' | 'reopened' | 'removed'; amountMinor: number }>
  | Readonly<{ kind: 'stage_forward' | 'stage_back'; fromStageId: string; toStageId: string }>
  | Readonly<{ kind: 'amount'; fromMinor: number; toMinor: number }>
  | Readonly<{
      kind: 'close_date';
      fromOn: LocalDate | null;
      toOn: LocalDate | null;
      days: number | null;
    }>
  | Readonly<{ kind: 'owner'; fromOwnerId: string; toOwnerId: string }>;

/** All that changed about one deal between two moments. */
export type DealMove = Readonly<{
  dealId: string;
  /** What the move is about in money, for ranking: the amount won, lost, new, gained, or at stake. */
  weightMinor: number;
  changes: readonly DealChange[];
}>;

function stateChange(
  before: DealSnapshot | undefined,
  after: DealSnapshot | undefined,
): DealChange[] {
  if (!after) {
    return before?.state === 'open' ? [{ kind: 'removed', amountMinor: before.amountMinor }] : [];
  }
  if (before?.state === after.state) return [];
  const amountMinor = after.state === 'lost' && before ? before.amountMinor : after.amountMinor;
  if (after.state !== 'open') return [{ kind: after.state, amountMinor }];
  return [{ kind: before ? 'reopened' : 'new', amountMinor }];
}

function stageChange(
  before: DealSnapshot,
  after: DealSnapshot,
  stages: ReadonlyMap<string, Stage>,
): DealChange[] {
  const [from, to] = [stages.get(before.stageId), stages.get(after.stageId)];
  const direction = from && to ? moveDirection(from, to) : 'none';
  if (direction !== 'forward' && direction !== 'back') return [];
  return [{ kind: `stage_${direction}`, fromStageId: before.stageId, toStageId: after.stageId }];
}

function fieldChanges(before: DealSnapshot, after: DealSnapshot): DealChange[] {
  const changes: DealChange[] = [];
  const [fromOn, toOn] = [before.expectedCloseOn, after.expectedCloseOn];
  if (after.state !== 'lost' && before.amountMinor !== after.amountMinor) {
    changes.push({ kind: 'amount', fromMinor: before.amountMinor, toMinor: after.amountMinor });
  }
  if (after.state === 'open' && fromOn !== toOn) {
    const days = fromOn && toOn ? daysBetween(fromOn, toOn) : null;
    changes.push({ kind: 'close_date', fromOn, toOn, days });
  }
  if (before.ownerId !== after.ownerId) {
    changes.push({ kind: 'owner', fromOwnerId: before.ownerId, toOwnerId: after.ownerId });
  }
  return changes;
}

/** Money gained or lost counts in full; a deal that only moved counts with half of what is at stake. */
function weightOf(change: DealChange, amountMinor: number): number {
  if ('amountMinor' in change) return Math.abs(change.amountMinor);
  if (change.kind === 'amount') return Math.abs(change.toMinor - change.fromMinor);
  return Math.floor(Math.abs(amountMinor) / 2);
}

/**
 * What changed about each deal between two moments, the weightiest first: take the first five for
 * the brief. Deals without any change are left out.
 */
export function dealMoves(
  before: readonly DealSnapshot[],
  after: readonly DealSnapshot[],
  stages: readonly Stage[],
): DealMove[] {
  const earlier = new Map(before.map((deal) => [deal.dealId, deal]));
  const later = new Map(after.map((deal) => [deal.dealId, deal]));
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  const moves = [...new Set([...earlier.keys(), ...later.keys()])].map((dealId): DealMove => {
    const [from, to] = [earlier.get(dealId), later.get(dealId)];
    const details = from && to ? [...stageChange(from, to, byId), ...fieldChanges(from, to)] : [];
    const changes = [...stateChange(from, to), ...details];
    const amountMinor = to?.amountMinor ?? from?.amountMinor ?? 0;
    const weights = changes.map((change) => weightOf(change, amountMinor));
    return { dealId, weightMinor: Math.max(0, ...weights), changes };
  });
  return moves
    .filter(({ changes }) => changes.length > 0)
    .sort((a, b) => b.weightMinor - a.weightMinor || (a.dealId < b.dealId ? -1 : 1));
}
