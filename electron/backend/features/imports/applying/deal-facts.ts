import type { DealEdit, DealStage } from '#shared/domain/deals/deal-edit.ts';
import type { ImportPlan } from '../rows/import-plan.ts';
import type { RowDraft } from '../rows/row-draft.ts';
import type { ImportPipeline } from './import-pipelines.ts';

/** Where a row puts its deal, and where it stood last while it was open, if the row says so. */
export type DealPlace = { stage: DealStage; openStage: DealStage | null };

/**
 * The stage of a row. Some systems leave a closed deal in its last stage and keep the outcome
 * apart; then the outcome decides, and the stage is where it stood last.
 *
 * @returns undefined when the row says nothing about it, null when its value leads nowhere
 */
export function placeOf(draft: RowDraft, pipeline: ImportPipeline): DealPlace | null | undefined {
  const named = draft.text('stage') === '' ? undefined : pipeline.stageOf(draft.text('stage'));
  if (named === null) return null;
  const status = draft.text('status');
  const openStage = named?.kind === 'open' ? named : null;
  if (status === 'won' || status === 'lost') return { stage: pipeline[status], openStage };
  if (named !== undefined) return { stage: named, openStage };
  return status === 'open' ? { stage: pipeline.first, openStage: pipeline.first } : undefined;
}

/** The days a row names. */
export type DealDays = {
  createdOn: string | null;
  /** Active selling began: the second stage was entered. */
  engagedOn: string | null;
  /** The present stage was entered. */
  stageOn: string | null;
  closedOn: string | null;
  expectedCloseOn: string | null | undefined;
  /** True when the day of closing had to be taken from another column. */
  isClosedGuessed: boolean;
};

export function daysOf(draft: RowDraft, kind: DealStage['kind']): DealDays {
  const day = (field: Parameters<RowDraft['text']>[0]) => draft.text(field) || null;
  const shared = day('close_on');
  const named = (kind === 'won' ? day('won_on') : day('lost_on')) ?? day('closed_on') ?? shared;
  const closedOn = named ?? day('expected_close_on');
  const expected = draft.given('expected_close_on');
  return {
    createdOn: day('created_on'),
    engagedOn: day('opened_on'),
    stageOn: day('stage_entered_on'),
    closedOn: kind === 'open' ? null : closedOn,
    expectedCloseOn: expected ?? (kind === 'open' ? draft.given('close_on') : expected),
    isClosedGuessed: kind !== 'open' && named === null && closedOn !== null,
  };
}

export type DealAmounts = {
  /** While it was open; null when nobody knows. */
  hoped: number | null;
  /** As it stands now; undefined when the row says nothing. */
  now: number | undefined;
  isFromPrice: boolean;
};

/**
 * What a row says about money. `price` is the list price of its product, which stands in for the
 * amount of an open deal when that rule is on.
 */
export function amountsOf(
  draft: RowDraft,
  { kind, price, plan }: { kind: DealStage['kind']; price: number | null; plan: ImportPlan },
): DealAmounts {
  const hoped = draft.number('amount');
  const sold = draft.number('closed_amount');
  const fromPrice = plan.rules.includes('amountFromPrice') ? price : null;
  const open = hoped ?? fromPrice;
  if (kind === 'open') {
    const now = hoped ?? sold ?? fromPrice ?? undefined;
    return {
      hoped: now ?? null,
      now,
      isFromPrice: hoped === null && sold === null && now !== undefined,
    };
  }
  const closing = sold ?? hoped;
  const isNothing = closing === null || closing === 0;
  if (kind === 'lost' && isNothing && plan.rules.includes('keepLostAmount')) {
    return { hoped: open, now: undefined, isFromPrice: false };
  }
  return { hoped: open ?? closing, now: closing ?? undefined, isFromPrice: false };
}

/** What a row says about the forecast of an open deal. */
export function forecastOf(draft: RowDraft): Pick<DealEdit, 'probabilityBp' | 'forecastCategory'> {
  const probabilityBp = draft.number('probability');
  const category = draft.text('forecast_category');
  return {
    ...(probabilityBp === null ? {} : { probabilityBp }),
    ...(isCategory(category) ? { forecastCategory: category } : {}),
  };
}

function isCategory(text: string): text is DealStage['forecastCategory'] {
  return ['omitted', 'pipeline', 'best_case', 'commit', 'closed'].includes(text);
}
