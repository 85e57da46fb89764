import type {
  AppliedDealEdit,
  DealState,
  TrackedDealState,
} from '#shared/domain/deals/deal-edit.ts';
import { isBlankCell } from '#shared/domain/text/blank.ts';
import type { DealChangeRow, DealRow } from './deal.table.ts';

/** A deal's row with the last expected close anybody named, which the row forgets when cleared. */
export type DealRecord = Omit<DealRow, 'close_on'> & { last_close_on: string | null };

/** What a deal holds beside the state that its history keeps; null and '' mean not known. */
export type DealParticulars = {
  name: string;
  accountId: string | null;
  productId: string | null;
  openedOn: string | null;
  nextStep: string | null;
  nextStepOn: string | null;
  source: string | null;
  lossReason: string | null;
  lossCompetitor: string | null;
  closeNote: string;
  note: string;
  snoozedUntilOn: string | null;
  snoozeReason: string | null;
  externalId: string | null;
};

const particularColumns = {
  name: 'name',
  accountId: 'account_id',
  productId: 'product_id',
  openedOn: 'opened_on',
  nextStep: 'next_step',
  nextStepOn: 'next_step_on',
  source: 'source',
  lossReason: 'loss_reason',
  lossCompetitor: 'loss_competitor',
  closeNote: 'close_note',
  note: 'note',
  snoozedUntilOn: 'snoozed_until_on',
  snoozeReason: 'snooze_reason',
  externalId: 'external_id',
} as const satisfies Record<keyof DealParticulars, keyof DealRow>;

type ParticularColumns = Pick<DealRow, (typeof particularColumns)[keyof DealParticulars]>;

const neverNull: readonly string[] = ['name', 'closeNote', 'note'];

/** Columns for what is given. A next step of "none" or "-" is none, so that SQL agrees with the rules. */
export function toParticularColumns(given: Partial<DealParticulars>): Partial<ParticularColumns> {
  const pairs = Object.entries(particularColumns).flatMap(([key, column]) => {
    const value = given[key as keyof DealParticulars];
    if (value === undefined) return [];
    const isEmpty = key === 'nextStep' ? isBlankCell(value) : value === '';
    return [[column, isEmpty && !neverNull.includes(key) ? null : value]];
  });
  return Object.fromEntries(pairs);
}

export const noParticulars: ParticularColumns = {
  name: '',
  account_id: null,
  product_id: null,
  opened_on: null,
  next_step: null,
  next_step_on: null,
  source: null,
  loss_reason: null,
  loss_competitor: null,
  close_note: '',
  note: '',
  snoozed_until_on: null,
  snooze_reason: null,
  external_id: null,
};

export function toDealState(row: DealRecord): DealState {
  return {
    stageId: row.stage_id,
    status: row.status,
    amountMinor: row.amount_minor,
    probabilityBp: row.probability_bp,
    forecastCategory: row.forecast_category,
    expectedCloseOn: row.expected_close_on,
    ownerId: row.owner_id,
    isProbabilitySet: row.is_probability_set === 1,
    isCategorySet: row.is_category_set === 1,
    closedOn: row.closed_on,
    stageEnteredOn: row.stage_entered_on,
    pushCount: row.push_count,
    lastCloseOn: row.last_close_on,
  };
}

export function toStateColumns(state: DealState) {
  return {
    stage_id: state.stageId,
    status: state.status,
    amount_minor: state.amountMinor,
    probability_bp: state.probabilityBp,
    is_probability_set: state.isProbabilitySet ? 1 : 0,
    forecast_category: state.forecastCategory,
    is_category_set: state.isCategorySet ? 1 : 0,
    expected_close_on: state.expectedCloseOn,
    closed_on: state.closedOn,
    stage_entered_on: state.stageEnteredOn,
    push_count: state.pushCount,
    owner_id: state.ownerId,
  };
}

type ChangeColumns = Omit<
  DealChangeRow,
  | 'id'
  | 'created_at'
  | 'updated_at'
  | 'deleted_at'
  | 'rev'
  | 'deal_id'
  | 'changed_at'
  | 'cause'
  | 'reason'
  | 'stay_outcome'
>;

/** The state before and after as a row of the history. */
export function toChangeColumns(
  before: TrackedDealState | null,
  { after, daysInFromStage, isPush }: AppliedDealEdit,
): ChangeColumns {
  return {
    from_stage_id: before?.stageId ?? null,
    to_stage_id: after.stageId,
    from_status: before?.status ?? null,
    to_status: after.status,
    from_amount_minor: before?.amountMinor ?? null,
    to_amount_minor: after.amountMinor,
    from_probability_bp: before?.probabilityBp ?? null,
    to_probability_bp: after.probabilityBp,
    from_forecast_category: before?.forecastCategory ?? null,
    to_forecast_category: after.forecastCategory,
    from_expected_close_on: before?.expectedCloseOn ?? null,
    to_expected_close_on: after.expectedCloseOn,
    from_owner_id: before?.ownerId ?? null,
    to_owner_id: after.ownerId,
    is_push: isPush ? 1 : 0,
    days_in_from_stage: daysInFromStage,
  };
}
