/** A stage is on the way, or one of the two ends. */
export type StageKind = 'open' | 'won' | 'lost';

export type Stage = Readonly<{
  id: string;
  kind: StageKind;
  /** Place in the pipeline; open stages are compared by it. */
  sortOrder: number;
  /** The win probability a deal has by standing here, in basis points. */
  probabilityBp: number;
}>;

export type DealProbability = Readonly<{ probabilityBp: number; isOverridden: boolean }>;

/**
 * A deal's win probability on every path: won is certain, lost is nothing, and in between the stage
 * decides unless a person overrode it: stage 3,000 bp, override 4,500 → 4,500, overridden.
 */
export function dealProbability(stage: Stage, overrideBp: number | null): DealProbability {
  if (stage.kind === 'won') return { probabilityBp: 10_000, isOverridden: false };
  if (stage.kind === 'lost') return { probabilityBp: 0, isOverridden: false };
  const isOverridden = overrideBp !== null && overrideBp !== stage.probabilityBp;
  return { probabilityBp: overrideBp ?? stage.probabilityBp, isOverridden };
}

/** The override that survives a move: kept among open stages, gone once a deal is closed. */
export function overrideAfterMove(overrideBp: number | null, to: Stage): number | null {
  return to.kind === 'open' ? overrideBp : null;
}

export type MoveDirection = 'none' | 'forward' | 'back' | 'won' | 'lost' | 'reopen' | 'corrected';

/** What a change of stage means; `corrected` is a closed deal moved to the other end. */
export function moveDirection(from: Stage, to: Stage): MoveDirection {
  if (from.id === to.id) return 'none';
  if (from.kind !== 'open') return to.kind === 'open' ? 'reopen' : 'corrected';
  if (to.kind !== 'open') return to.kind;
  return to.sortOrder > from.sortOrder ? 'forward' : 'back';
}

/** Open stages jumped over by a forward move: from the 1st to the 4th → 2. */
export function skippedStages(from: Stage, to: Stage, stages: readonly Stage[]): number {
  if (moveDirection(from, to) !== 'forward') return 0;
  return stages.filter(
    ({ kind, sortOrder }) =>
      kind === 'open' && sortOrder > from.sortOrder && sortOrder < to.sortOrder,
  ).length;
}
