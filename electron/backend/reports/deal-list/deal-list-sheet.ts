import type { DealColumn } from '#shared/contract/deal-filter.ts';
import type { DealSummary } from '#shared/contract/deal-records.ts';
import type { Language } from '#shared/contract/fields.ts';
import type { CurrencyCode } from '#shared/domain/money/currency.ts';
import { createTranslator, type Translator } from '#shared/i18n/index.ts';
import { lossReasonWords } from '#shared/i18n/loss-reason-words.ts';
import type { Sheet, SheetColumn, SheetValue } from '../sheet.ts';

/** A list of deals as it stands on the screen, with all of its rows. */
export type DealListModel = {
  language: Language;
  currency: CurrencyCode;
  columns: readonly DealColumn[];
  deals: readonly DealSummary[];
  /** In the language of the list. */
  stageName(id: string): string;
};

type DealSheetColumn = SheetColumn & { value(deal: DealSummary): SheetValue };

/** One row a deal, one column for each of the list's; a next step has its day beside it. */
export function dealListSheet(model: DealListModel): Sheet {
  const t = createTranslator(model.language, model.currency);
  const columns = model.columns.flatMap((id) => columnsOf(id, { t, model }));
  return {
    name: t('deals:title'),
    currency: model.currency,
    columns,
    rows: rowsOf(model.deals, columns),
  };
}

function* rowsOf(deals: readonly DealSummary[], columns: readonly DealSheetColumn[]) {
  for (const deal of deals) yield columns.map((column) => column.value(deal));
}

type Words = { t: Translator; model: DealListModel };

const amounts = { amount: 'amountMinor', weighted: 'weightedMinor' } as const;
const links = { account: 'account', owner: 'owner', product: 'product' } as const;
const figures = { daysInStage: 'daysInStage', pushes: 'pushCount' } as const;
const days = { openedOn: 'openedOn', closedOn: 'closedOn' } as const;

function columnsOf(id: DealColumn, words: Words): DealSheetColumn[] {
  const heading = words.t(`deals:column.${id}`);
  if (id in amounts) {
    const key = amounts[id as keyof typeof amounts]; // tested by `in`
    return [{ heading, kind: 'money', value: (deal) => deal[key] }];
  }
  if (id in links) {
    const key = links[id as keyof typeof links]; // tested by `in`
    return [{ heading, kind: 'text', value: (deal) => deal[key]?.name ?? null }];
  }
  if (id in figures) {
    const key = figures[id as keyof typeof figures]; // tested by `in`
    return [{ heading, kind: 'number', value: (deal) => deal[key] }];
  }
  if (id in days) {
    const key = days[id as keyof typeof days]; // tested by `in`
    return [{ heading, kind: 'date', value: (deal) => deal[key] }];
  }
  return otherColumns(id, heading, words);
}

function otherColumns(id: DealColumn, heading: string, { t, model }: Words): DealSheetColumn[] {
  const text = (value: (deal: DealSummary) => string | null): DealSheetColumn[] => [
    { heading, kind: 'text', value },
  ];
  switch (id) {
    case 'name':
      return [{ heading, kind: 'text', width: 36, value: ({ name }) => name }];
    case 'stage':
      return text(({ stageId }) => model.stageName(stageId));
    case 'category':
      return text(({ forecastCategory }) => t(`deals:category.${forecastCategory}`));
    case 'health':
      return text(({ health }) => health && t(`deals:health.level.${health.level}`));
    case 'source':
      return text(({ source }) => source);
    case 'lossReason':
      return text(({ lossReason }) =>
        lossReasonWords(lossReason, (code) => t(`deals:lossReason.${code}`)),
      );
    case 'probability':
      return [{ heading, kind: 'share', value: ({ probabilityBp }) => probabilityBp }];
    case 'closeOn':
      return [{ heading, kind: 'date', value: (deal) => deal.closedOn ?? deal.expectedCloseOn }];
    case 'lastActivity':
      return [{ heading, kind: 'moment', value: ({ lastActivityAt }) => lastActivityAt }];
    case 'nextStep':
      return [
        ...text(({ nextStep }) => nextStep.text),
        {
          heading: t('deals:field.nextStepOn'),
          kind: 'date',
          value: ({ nextStep }) => nextStep.on,
        },
      ];
    default:
      return [];
  }
}
