import type { ClosingFacts, DealFacts } from '#shared/contract/deal-records.ts';
import type { DealEdit } from '#shared/domain/deals/deal-edit.ts';
import type { DealParticulars } from './deal-row.ts';

type Given<T> = { [Key in keyof T]?: T[Key] | undefined };

/** Splits what a person says about a deal into what history keeps and what it does not. */
export function toEdit(
  facts: Given<DealFacts>,
  closing: Given<ClosingFacts> = {},
): { edit: DealEdit; particulars: Partial<DealParticulars> } {
  const { amountMinor, probabilityBp, forecastCategory, expectedCloseOn, ownerId } = facts;
  const edit: DealEdit = {
    amountMinor: closing.amountMinor ?? amountMinor,
    probabilityBp,
    forecastCategory,
    expectedCloseOn,
    ownerId,
    closedOn: closing.closedOn,
  };
  const { name, accountId, productId, openedOn, nextStep, nextStepOn, source } = facts;
  const { lossReason, lossCompetitor, closeNote } = closing;
  const particulars = {
    name,
    accountId,
    productId,
    openedOn,
    nextStep,
    nextStepOn,
    source,
    lossReason,
    lossCompetitor,
    closeNote,
  };
  return { edit, particulars: defined(particulars) };
}

function defined<T extends object>(values: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as ReturnType<typeof defined<T>>;
}
