import type { DealColumn, DealSort } from '#shared/contract/deal-filter.ts';
import type { DealSummary } from '#shared/contract/deal-records.ts';
import type { DealSelection } from '#shared/contract/deals.ts';
import type { DocumentInfo } from '#shared/contract/documents.ts';
import type { Language } from '#shared/contract/fields.ts';
import { createTranslator } from '#shared/i18n/index.ts';
import { toCsv } from '../../reports/csv.ts';
import { type DealListModel, dealListSheet } from '../../reports/deal-list/deal-list-sheet.ts';
import { toXlsx } from '../../reports/xlsx.ts';
import type { QueryContext, TaskContext } from '../../rpc/context.ts';
import { keepDocument } from '../documents/document.service.ts';
import { getSettings } from '../settings/settings.service.ts';
import { loadHealthMeasure } from './deal-health.service.ts';
import { orderedSelection } from './list/deal-list.service.ts';
import { listSummaries } from './list/deal-summary.service.ts';
import { listStages } from './stages/pipeline.repository.ts';

export type DealListOrder = {
  selection: DealSelection;
  sort: DealSort;
  columns: readonly DealColumn[];
  language: Language;
  format: 'xlsx' | 'csv';
};

const rowsAtOnce = 2000;

/** Writes the deals of a list, in its order and with its columns, and keeps the file. */
export async function exportDeals(
  context: TaskContext,
  order: DealListOrder,
): Promise<DocumentInfo> {
  const model = await context.read((query) => readModel(query, order));
  const sheet = dealListSheet(model);
  const bytes = order.format === 'xlsx' ? await toXlsx([sheet]) : toCsv(sheet);
  const name = createTranslator(order.language)('deals:title');
  return keepDocument(context, {
    kind: 'deal_list',
    nameParts: [context.today, name],
    ...files[order.format],
    bytes,
    language: order.language,
    copy: null,
    personId: null,
    subjectId: null,
  });
}

const files = {
  xlsx: {
    extension: 'xlsx',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  csv: { extension: 'csv', mime: 'text/csv' },
} as const;

async function readModel(context: QueryContext, order: DealListOrder): Promise<DealListModel> {
  const { currency } = await getSettings(context);
  const stages = new Map((await listStages(context.db)).map((stage) => [stage.id, stage]));
  const measure = await loadHealthMeasure(context);
  const ids = await orderedSelection(context, order);
  const deals: DealSummary[] = [];
  for (let at = 0; at < ids.length; at += rowsAtOnce) {
    deals.push(...(await listSummaries(context.db, ids.slice(at, at + rowsAtOnce), measure)));
  }
  return {
    language: order.language,
    currency,
    columns: order.columns,
    deals,
    stageName: (id) => {
      const stage = stages.get(id);
      return (order.language === 'en' ? stage?.nameEn : stage?.nameZh) ?? '';
    },
  };
}
