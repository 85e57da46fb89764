import { daysBetween, type LocalDate, laterDate } from '#shared/domain/dates/local-date.ts';
import { moveDirection, type Stage, skippedStages } from './stage.ts';

/** A deal enters a stage. */
export type StageEntry = Readonly<{ stageId: string; on: LocalDate }>;

/** One unbroken stay in a stage. */
export type StageVisit = Readonly<{
  stageId: string;
  enteredOn: LocalDate;
  /** Null while the deal stands there. */
  leftOn: LocalDate | null;
  days: number;
}>;

/** Entry into the same stage again is no move, and none can lie before the one it follows. */
function inOrder(entries: readonly StageEntry[]): StageEntry[] {
  const kept: StageEntry[] = [];
  for (const { stageId, on } of entries) {
    const last = kept.at(-1);
    if (last?.stageId !== stageId) kept.push({ stageId, on: last ? laterDate(on, last.on) : on });
  }
  return kept;
}

/**
 * The stays of a deal from its entries in the order they happened, up to a day. Their days add up to
 * the days since the first entry, over any loop of reopening. A day that lies ahead counts 0.
 */
export function stageVisits(entries: readonly StageEntry[], until: LocalDate): StageVisit[] {
  const moves = inOrder(entries);
  return moves.map(({ stageId, on }, index) => {
    const leftOn = moves[index + 1]?.on ?? null;
    const end = leftOn !== null && leftOn < until ? leftOn : until;
    return { stageId, enteredOn: on, leftOn, days: Math.max(0, daysBetween(on, end)) };
  });
}

/** Days in each stage over all stays: open 3 d, lost 10 d, open again 4 d → open 7, lost 10. */
export function daysInStages(visits: readonly StageVisit[]): Map<string, number> {
  const days = new Map<string, number>();
  for (const visit of visits) days.set(visit.stageId, (days.get(visit.stageId) ?? 0) + visit.days);
  return days;
}

export type MoveCounts = Readonly<{
  forward: number;
  back: number;
  reopened: number;
  /** Stages jumped over by forward moves. */
  skippedStages: number;
}>;

/** How a deal moved: 1 → 2 → 1 → 3 → lost → 3 → forward 2, back 1, reopened 1, skipped 1. */
export function countMoves(visits: readonly StageVisit[], stages: readonly Stage[]): MoveCounts {
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  const counts = { forward: 0, back: 0, reopened: 0, skippedStages: 0 };
  for (const [index, visit] of visits.entries()) {
    const from = byId.get(visits[index - 1]?.stageId ?? '');
    const to = byId.get(visit.stageId);
    if (!from || !to) continue;
    const direction = moveDirection(from, to);
    if (direction === 'forward') counts.forward += 1;
    if (direction === 'back') counts.back += 1;
    if (direction === 'reopen') counts.reopened += 1;
    counts.skippedStages += skippedStages(from, to, stages);
  }
  return counts;
}
