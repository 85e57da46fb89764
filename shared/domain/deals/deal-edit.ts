import { daysBetween, type LocalDate } from '#shared/domain/dates/local-date.ts';
import {
  dealProbability,
  moveDirection,
  overrideAfterMove,
  type Stage,
  type StageKind,
} from './stage.ts';

export type ForecastCategory = 'omitted' | 'pipeline' | 'best_case' | 'commit' | 'closed';

/** A stage with all it gives to the deals in it. */
export type DealStage = Stage & Readonly<{ forecastCategory: ForecastCategory }>;

/** The part of a deal whose every value is kept in its history. */
export type TrackedDealState = Readonly<{
  stageId: string;
  status: StageKind;
  amountMinor: number;
  probabilityBp: number;
  forecastCategory: ForecastCategory;
  expectedCloseOn: LocalDate | null;
  ownerId: string | null;
}>;

export type DealState = TrackedDealState &
  Readonly<{
    /** True when a person set the probability; the stage no longer sets it. */
    isProbabilitySet: boolean;
    isCategorySet: boolean;
    closedOn: LocalDate | null;
    /** Null when nobody knows since when. */
    stageEnteredOn: LocalDate | null;
    pushCount: number;
    /** The last expected close anybody named, also after it was cleared. */
    lastCloseOn: LocalDate | null;
  }>;

/** What a person, a file or a rule wants to be different; what is absent stays. */
export type DealEdit = Readonly<{
  stageId?: string | undefined;
  amountMinor?: number | undefined;
  /** Null follows the stage again. */
  probabilityBp?: number | null | undefined;
  /** Null follows the stage again. */
  forecastCategory?: ForecastCategory | null | undefined;
  expectedCloseOn?: LocalDate | null | undefined;
  ownerId?: string | null | undefined;
  /** Day of closing; the day of the change when a closing edit names none. */
  closedOn?: LocalDate | undefined;
  /** Day of entering the stage; the day of the change unless named. Null: nobody knows. */
  stageEnteredOn?: LocalDate | null | undefined;
}>;

export type DealEditCause = 'created' | 'moved' | 'edited' | 'closed' | 'reopened';

export type AppliedDealEdit = Readonly<{
  after: DealState;
  cause: DealEditCause;
  /** Whole days spent in the stage that was left; null when none was left or nobody knows. */
  daysInFromStage: number | null;
  /** Whether the expected close went past the last day named. */
  isPush: boolean;
  /** True when a value that the history keeps is different. */
  isTracked: boolean;
}>;

export type DealEditRules = Readonly<{
  stages: ReadonlyMap<string, DealStage>;
  /** The day of the change. */
  on: LocalDate;
}>;

/**
 * The one way a deal changes, on every path. Probability and category follow the stage unless a
 * person set them, and closing ends that; a later expected close is a push. From a stage of 3,000 bp
 * to one of 5,000 bp → 5,000, or what was set by hand.
 *
 * @param before null for a new deal, whose edit must name a stage
 */
export function applyDealEdit(
  before: DealState | null,
  edit: DealEdit,
  { stages, on }: DealEditRules,
): AppliedDealEdit {
  const stage = stages.get(edit.stageId ?? before?.stageId ?? '');
  if (!stage) throw new RangeError('a deal needs a known stage');
  const expectedCloseOn = changed(edit.expectedCloseOn, before?.expectedCloseOn ?? null);
  const isPush = isLater(expectedCloseOn, before?.lastCloseOn ?? null);
  const closedOn = stage.kind === 'open' ? null : (edit.closedOn ?? before?.closedOn ?? on);
  const after: DealState = {
    stageId: stage.id,
    status: stage.kind,
    amountMinor: changed(edit.amountMinor, before?.amountMinor ?? 0),
    ...probabilityAfter(before, edit, stage),
    ...categoryAfter(before, edit, stage),
    expectedCloseOn,
    ownerId: changed(edit.ownerId, before?.ownerId ?? null),
    closedOn,
    stageEnteredOn: enteredAfter(before, edit, { stage, on: closedOn ?? on }),
    pushCount: (before?.pushCount ?? 0) + (isPush ? 1 : 0),
    lastCloseOn: expectedCloseOn ?? before?.lastCloseOn ?? null,
  };
  return {
    after,
    cause: causeOf(before, stage, stages),
    daysInFromStage: daysInStageLeft(before, after, on),
    isPush,
    isTracked: before === null || trackedKeys.some((key) => before[key] !== after[key]),
  };
}

/** The values of a deal that its history keeps. */
const trackedKeys = [
  'stageId',
  'status',
  'amountMinor',
  'probabilityBp',
  'forecastCategory',
  'expectedCloseOn',
  'ownerId',
] as const satisfies readonly (keyof TrackedDealState)[];

function changed<T>(wanted: T | undefined, present: T): T {
  return wanted === undefined ? present : wanted;
}

function probabilityAfter(before: DealState | null, edit: DealEdit, stage: DealStage) {
  const known = before?.isProbabilitySet ? before.probabilityBp : null;
  const override = overrideAfterMove(changed(edit.probabilityBp, known), stage);
  const { probabilityBp, isOverridden } = dealProbability(stage, override);
  return { probabilityBp, isProbabilitySet: isOverridden };
}

function categoryAfter(before: DealState | null, edit: DealEdit, stage: DealStage) {
  const known = before?.isCategorySet ? before.forecastCategory : null;
  const override = stage.kind === 'open' ? changed(edit.forecastCategory, known) : null;
  const forecastCategory = override ?? stage.forecastCategory;
  return { forecastCategory, isCategorySet: override !== null };
}

function enteredAfter(
  before: DealState | null,
  edit: DealEdit,
  { stage, on }: { stage: DealStage; on: LocalDate },
): LocalDate | null {
  if (edit.stageEnteredOn !== undefined) return edit.stageEnteredOn;
  if (stage.kind !== 'open') return on;
  return before?.stageId === stage.id ? before.stageEnteredOn : on;
}

/** Later than the last date named is a push; a cleared date is no way round. */
function isLater(expectedCloseOn: LocalDate | null, last: LocalDate | null): boolean {
  return last !== null && expectedCloseOn !== null && expectedCloseOn > last;
}

function causeOf(
  before: DealState | null,
  to: DealStage,
  stages: ReadonlyMap<string, DealStage>,
): DealEditCause {
  if (before === null) return 'created';
  const from = stages.get(before.stageId);
  const direction = from ? moveDirection(from, to) : 'forward';
  if (direction === 'none') return 'edited';
  if (direction === 'won' || direction === 'lost' || direction === 'corrected') return 'closed';
  return direction === 'reopen' ? 'reopened' : 'moved';
}

function daysInStageLeft(before: DealState | null, after: DealState, on: LocalDate): number | null {
  if (before === null || before.stageId === after.stageId) return null;
  if (before.stageEnteredOn === null) return null;
  return Math.max(0, daysBetween(before.stageEnteredOn, after.stageEnteredOn ?? on));
}
