import type { ImportField } from '#shared/contract/imports-fields.ts';
import type { DealState } from '#shared/domain/deals/deal-edit.ts';
import type { DealParticulars } from '../../deals/deal-row.ts';
import type { PreviewCells } from '../rows/import-report.ts';
import type { RowDraft } from '../rows/row-draft.ts';
import type { DealAmounts, DealDays, DealPlace } from './deal-facts.ts';
import type { DealNames } from './deal-names.ts';

type Facts = {
  names: DealNames;
  place: DealPlace | undefined;
  days: DealDays;
  amounts: DealAmounts;
  particulars: Partial<DealParticulars>;
  before?: DealState;
  after?: DealState;
};

/** A deal as it will be, field by field; for a known one with what changes. */
export function dealPreview(draft: RowDraft, facts: Facts): PreviewCells {
  const { names, days, amounts, particulars, before, after } = facts;
  const cells: PreviewCells = [
    { field: 'external_id', value: draft.text('external_id') || null },
    { field: 'name', value: particulars.name ?? (draft.text('name') || null) },
    { field: 'account_name', value: names.accountName || null },
    { field: 'owner_name', value: draft.text('owner_name') || null },
    { field: 'product_name', value: names.productName || null },
    { field: 'stage', value: draft.text('stage') || draft.text('status') || null },
    changed('amount', amounts.now ?? amounts.hoped, before?.amountMinor, after?.amountMinor),
    { field: 'opened_on', value: days.createdOn ?? days.engagedOn ?? days.stageOn },
    changed(
      'expected_close_on',
      days.expectedCloseOn ?? null,
      before?.expectedCloseOn,
      after?.expectedCloseOn,
    ),
    changed('closed_on', days.closedOn, before?.closedOn, after?.closedOn),
  ];
  return cells.filter(({ value, before: was }) => value !== null || was !== undefined);
}

type Value = string | number | null;

function changed(
  field: ImportField,
  value: Value,
  before: Value | undefined,
  after: Value | undefined,
): PreviewCells[number] {
  if (before === undefined || after === undefined) return { field, value };
  return before === after ? { field, value: after } : { field, value: after, before };
}
