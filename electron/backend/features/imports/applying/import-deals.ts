import { applyDealEdit, type DealEdit, type DealState } from '#shared/domain/deals/deal-edit.ts';
import { fitLength } from '#shared/domain/text/graphemes.ts';
import { localDateOf } from '../../../clock.ts';
import { type DealParticulars, toDealState } from '../../deals/deal-row.ts';
import type { SheetPlan } from '../rows/import-plan.ts';
import { type RowDraft, readDrafts } from '../rows/row-draft.ts';
import { amountsOf, type DealPlace, daysOf, forecastOf, placeOf } from './deal-facts.ts';
import { dealHistory, type StartOfDay } from './deal-history.ts';
import type { DealKeys, KnownDeal } from './deal-keys.ts';
import {
  type DealLookups,
  type DealNames,
  lookUpDealNames,
  lookupId,
  nameOf,
  settleDealNames,
} from './deal-names.ts';
import { dealPreview } from './deal-preview.ts';
import type { ImportContext } from './import-context.ts';
import type { ImportPipeline, ImportPipelines } from './import-pipelines.ts';

export type DealImportContext = ImportContext & {
  pipelines: ImportPipelines;
  keys: DealKeys;
  startOf: StartOfDay;
};

/** Imports a sheet of deals: new ones with the history their dates tell, known ones by what differs. */
export async function importDeals(context: DealImportContext, sheet: SheetPlan): Promise<void> {
  for await (const drafts of readDrafts(sheet, context.plan)) {
    await context.keys.load(drafts);
    for (const draft of drafts) take(context, draft);
    await context.writer.flush();
    await context.advance(drafts.length);
  }
}

function take(context: DealImportContext, draft: RowDraft): void {
  const { report, keys, plan } = context;
  if (report.settleEarly(draft)) return;
  const lookups = lookUpDealNames(context, draft);
  const known = keys.find(draft, lookupId(lookups.account));
  noteKey(context, draft, known);
  const pipeline = context.pipelines.find(draft.text('pipeline'));
  const place = pipeline && placeOf(draft, pipeline);
  if (place === null || pipeline === undefined) draft.note('unknown_stage', 'stage');
  const isNew = known === undefined;
  if (plan.mode === 'create' && !isNew) draft.note('already_there', draft.sheet.key);
  if (plan.mode === 'update' && isNew) draft.note('not_there', draft.sheet.key);
  if (isNew && titleOf(context, draft, lookups) === '') draft.note('missing_value', 'name');
  if (report.settleEarly(draft) || pipeline === undefined || place === null) return;
  if (known === undefined || known === 'many') create(context, draft, { lookups, pipeline, place });
  else update(context, draft, { lookups, known, place });
}

function noteKey(
  { keys }: DealImportContext,
  draft: RowDraft,
  known: KnownDeal | 'many' | undefined,
): void {
  const { key } = draft.sheet;
  if (draft.text(key) === '' && key === 'external_id') draft.note('missing_value', key);
  if (known === 'many') draft.note('ambiguous_name', key);
  if (known !== undefined && known !== 'many' && known.isDeleted) draft.note('deleted_here', key);
  const line = keys.lineOf(draft);
  if (line !== undefined) draft.note('same_key_twice', key, String(line));
}

type Creation = { lookups: DealLookups; pipeline: ImportPipeline; place: DealPlace | undefined };

function create(
  context: DealImportContext,
  draft: RowDraft,
  { lookups, pipeline, place = { stage: pipeline.first, openStage: pipeline.first } }: Creation,
): void {
  const { plan, writer, report, keys } = context;
  const { kind } = place.stage;
  const days = daysOf(draft, kind);
  if (kind !== 'open' && days.closedOn === null) draft.note('closed_without_date', 'close_on');
  if (report.settleEarly(draft)) return;
  const names = settleDealNames(context, lookups);
  const price = names.productId ? (context.prices.get(names.productId) ?? null) : null;
  const amounts = amountsOf(draft, { kind, price, plan });
  if (isStageless(draft)) draft.note('no_stage', 'stage');
  noteGaps(draft, { names, days, amounts, kind });
  const history = dealHistory(
    { place, days, amounts, ownerId: names.ownerId ?? null, forecast: forecastOf(draft) },
    pipeline,
    { dataAsOf: plan.dataAsOf, startOf: context.startOf },
  );
  const particulars = {
    ...particularsOf(draft, names, kind),
    name: titleOf(context, draft, lookups),
    openedOn: days.createdOn ?? days.engagedOn ?? days.stageOn,
  };
  const id = context.platform.newId();
  writer.createDeal({ id, particulars, history });
  keys.add(draft, id);
  report.settle(draft, 'create', () =>
    dealPreview(draft, { names, place, days, amounts, particulars }),
  );
}

/** A blank in a column that usually names the stage. */
function isStageless(draft: RowDraft): boolean {
  const hasColumn = draft.sheet.columns.some(({ field }) => field === 'stage');
  return hasColumn && draft.text('stage') === '' && draft.text('status') === '';
}

type Gaps = {
  names: DealNames;
  days: ReturnType<typeof daysOf>;
  amounts: ReturnType<typeof amountsOf>;
  kind: 'open' | 'won' | 'lost';
};

/** What a new deal lacks; none of it keeps the deal out. */
function noteGaps(draft: RowDraft, { names, days, amounts, kind }: Gaps): void {
  const startedOn = days.createdOn ?? days.engagedOn ?? days.stageOn;
  if (!names.accountId) draft.note('no_account', 'account_name');
  if (!names.ownerId) draft.note('no_owner', 'owner_name');
  if (kind === 'open' && startedOn === null) draft.note('no_stage_date', 'opened_on');
  if (amounts.isFromPrice) draft.note('amount_from_price', 'amount');
  else if (amounts.now === undefined && kind !== 'lost') draft.note('no_amount', 'amount');
  if (days.isClosedGuessed) draft.note('close_date_guessed', 'expected_close_on');
  if (startedOn !== null && days.closedOn !== null && startedOn > days.closedOn) {
    draft.note('closed_before_opened', 'close_on');
  }
}

type Update = { lookups: DealLookups; known: KnownDeal; place: DealPlace | undefined };

function update(
  context: DealImportContext,
  draft: RowDraft,
  { lookups, known: { id, row }, place }: Update,
): void {
  const { plan, writer, report, pipelines } = context;
  if (row === undefined) throw new RangeError('a known deal without a row');
  const names = settleDealNames(context, lookups);
  const before = toDealState(row);
  const kind = place?.stage.kind ?? before.status;
  const edit = editOf(draft, { names, place, before, plan });
  const on = localDateOf(new Date(plan.dataAsOf));
  const { after } = applyDealEdit(before, edit, { stages: pipelines.stages, on });
  const particulars = changedParticulars(particularsOf(draft, names, kind), row);
  const isSame = isSameState(before, after);
  if (isSame && Object.keys(particulars).length === 0) {
    report.settle(draft, 'unchanged');
    return;
  }
  writer.changeDeal({
    id,
    cause: 'imported',
    changedAt: plan.dataAsOf,
    edit: isSame ? {} : edit,
    particulars,
  });
  report.settle(draft, 'update', () => {
    const days = daysOf(draft, kind);
    const amounts = amountsOf(draft, { kind, price: null, plan });
    return dealPreview(draft, { names, place, days, amounts, particulars, before, after });
  });
}

function isSameState(before: DealState, after: DealState): boolean {
  const keys = Object.keys(after) as (keyof DealState)[];
  return keys.every((key) => before[key] === after[key]);
}

type Edit = {
  names: DealNames;
  place: DealPlace | undefined;
  before: ReturnType<typeof toDealState>;
  plan: DealImportContext['plan'];
};

/** What a row wants to be different about a deal that is known. Blank cells want nothing. */
function editOf(draft: RowDraft, { names, place, before, plan }: Edit): DealEdit {
  const stage = place?.stage;
  const kind = stage?.kind ?? before.status;
  const days = daysOf(draft, kind);
  const { now } = amountsOf(draft, { kind, price: null, plan });
  const isMoved = stage !== undefined && stage.id !== before.stageId;
  return {
    ...(isMoved ? { stageId: stage.id } : {}),
    ...(now === undefined ? {} : { amountMinor: now }),
    ...(names.ownerId === undefined ? {} : { ownerId: names.ownerId }),
    ...(days.expectedCloseOn === undefined ? {} : { expectedCloseOn: days.expectedCloseOn }),
    ...(kind !== 'open' && days.closedOn !== null ? { closedOn: days.closedOn } : {}),
    ...(kind === 'open' && days.stageOn !== null ? { stageEnteredOn: days.stageOn } : {}),
    ...(kind === 'open' ? forecastOf(draft) : {}),
  };
}

/** A deal without a name of its own is called after its account and product. */
function titleOf({ plan }: DealImportContext, draft: RowDraft, lookups: DealLookups): string {
  if (draft.text('name') !== '') return draft.text('name');
  if (!plan.rules.includes('nameFromParts')) return '';
  const parts = [nameOf(lookups.account), nameOf(lookups.product)].filter((part) => part !== '');
  return fitLength(parts.join(' · ') || draft.text('external_id'), 300);
}

type Particulars = Partial<DealParticulars>;

function particularsOf(draft: RowDraft, names: DealNames, kind: DealState['status']): Particulars {
  const text = (field: Parameters<RowDraft['given']>[0]) => draft.given(field);
  const all = {
    name: draft.text('name') || undefined,
    accountId: names.accountId,
    productId: names.productId,
    openedOn: text('created_on'),
    nextStep: text('next_step'),
    nextStepOn: text('next_step_on'),
    source: text('source'),
    // Many a CRM keeps the reason of a deal that was opened again.
    ...(kind === 'lost'
      ? { lossReason: text('loss_reason'), lossCompetitor: text('competitor') }
      : {}),
    closeNote: orEmpty(text('loss_note')),
    note: orEmpty(text('description')),
    externalId: text('external_id'),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function orEmpty(text: string | null | undefined): string | undefined {
  return text === null ? '' : text;
}

const columns = {
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
  externalId: 'external_id',
} as const;

function changedParticulars(wanted: Particulars, row: NonNullable<KnownDeal['row']>): Particulars {
  const changed = Object.entries(columns).filter(([key, column]) => {
    const value = wanted[key as keyof typeof columns];
    return value !== undefined && value !== row[column];
  });
  return Object.fromEntries(changed.map(([key]) => [key, wanted[key as keyof typeof columns]]));
}
