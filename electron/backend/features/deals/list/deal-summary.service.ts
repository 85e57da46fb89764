import type { DealSummary } from '#shared/contract/deal-records.ts';
import { weightedMinor } from '#shared/domain/money/money.ts';
import type { ReadDb } from '../../../database/db.ts';
import {
  type HealthMeasure,
  healthOf,
  medianFor,
  nextStepOf,
  toDealFacts,
} from '../deal-health.service.ts';
import { type DealListRow, listRows } from './deal-list.repository.ts';

/** Deals as board and table show them, in the order of the ids. */
export async function listSummaries(
  db: ReadDb,
  ids: readonly string[],
  measure: HealthMeasure,
): Promise<DealSummary[]> {
  const rows = await listRows(db, ids);
  return rows.map((row) => toDealSummary(row, measure));
}

export function toDealSummary(row: DealListRow, measure: HealthMeasure): DealSummary {
  const isOpen = row.status === 'open';
  const { state, on } = nextStepOf(row, measure.today);
  return {
    id: row.id,
    name: row.name,
    account: link(row.account_id, row.account_name),
    owner: link(row.owner_id, row.owner_name),
    product: link(row.product_id, row.product_name),
    stageId: row.stage_id,
    status: row.status,
    ...moneyOf(row),
    openedOn: row.opened_on,
    expectedCloseOn: row.expected_close_on,
    closedOn: row.closed_on,
    daysInStage: isOpen ? toDealFacts(row, measure.today).stageDays : null,
    stageMedian: medianFor(row, measure),
    pushCount: row.push_count,
    nextStep: { state: isOpen ? state : 'none', on: isOpen ? on : null, text: row.next_step ?? '' },
    source: row.source ?? '',
    lossReason: row.loss_reason ?? '',
    lastActivityAt: row.last_activity_at,
    snoozedUntilOn: row.snoozed_until_on,
    health: isOpen ? toContractHealth(healthOf(row, measure)) : null,
  };
}

function moneyOf(row: DealListRow) {
  const { amount_minor: amountMinor, probability_bp: probabilityBp } = row;
  return {
    amountMinor,
    weightedMinor: weightedMinor([{ amountMinor, probabilityBp }]),
    probabilityBp,
    isProbabilitySet: row.is_probability_set === 1,
    forecastCategory: row.forecast_category,
    isCategorySet: row.is_category_set === 1,
  };
}

function toContractHealth({ score, level, reasons }: ReturnType<typeof healthOf>) {
  return { score, level, reasons: [...reasons] };
}

function link(id: string | null, name: string | null) {
  return id === null ? null : { id, name: name ?? '' };
}
