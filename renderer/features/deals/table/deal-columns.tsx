import { Checkbox } from '@mantine/core';
import { IconPin } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { dayOf, type NearDay } from '#renderer/api/use-moment.ts';
import type { TableColumn } from '#renderer/components/table/table-column.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { DealColumn } from '#shared/contract/deal-filter.ts';
import type { DealSummary } from '#shared/contract/deal-records.ts';
import type { Format } from '#shared/i18n/format.ts';
import { lossReasonWords } from '#shared/i18n/loss-reason-words.ts';
import { HealthMark } from '../health-mark.tsx';
import { NextStepMark } from '../next-step-mark.tsx';
import classes from './deal-table.module.css';
import type { Selection } from './use-selection.ts';

type Column = TableColumn<DealSummary>;
export type ColumnWords = {
  t: TFunction<'deals'>;
  format: Format;
  near: NearDay;
  stageName(id: string): string;
};

export const columnWidths: Readonly<Record<DealColumn, number>> = {
  name: 198,
  account: 120,
  owner: 102,
  stage: 114,
  amount: 84,
  weighted: 88,
  probability: 72,
  category: 88,
  closeOn: 98,
  daysInStage: 72,
  health: 108,
  nextStep: 124,
  lastActivity: 98,
  pushes: 72,
  product: 120,
  source: 100,
  openedOn: 98,
  closedOn: 98,
  lossReason: 120,
};

const figures: readonly DealColumn[] = [
  'amount',
  'weighted',
  'probability',
  'daysInStage',
  'pushes',
];

/** The columns of the table by what they show. */
export function dealColumns(order: readonly DealColumn[], words: ColumnWords): Column[] {
  return order.map((id) => ({
    id,
    title: words.t(`column.${id}`),
    width: columnWidths[id],
    value: () => null,
    cell: (deal) => cellOf(id, deal, words),
    ...(figures.includes(id) ? { align: 'end' as const } : {}),
    ...(id === 'name' ? { isPinned: true } : {}),
  }));
}

function cellOf(id: DealColumn, deal: DealSummary, { t, format, near, stageName }: ColumnWords) {
  const day = (on: string | null) => (on === null ? '' : near.day(on));
  switch (id) {
    case 'name':
      return <Name>{deal.name}</Name>;
    case 'account':
      return deal.account && <Name>{deal.account.name}</Name>;
    case 'owner':
      return deal.owner && <Name>{deal.owner.name}</Name>;
    case 'product':
      return deal.product && <Name>{deal.product.name}</Name>;
    case 'stage':
      return stageName(deal.stageId);
    case 'amount':
      return format.moneyShort(deal.amountMinor);
    case 'weighted':
      return format.moneyShort(deal.weightedMinor);
    case 'probability':
      return <Probability deal={deal} format={format} label={t('deal.setByHand')} />;
    case 'category':
      return t(`category.${deal.forecastCategory}`);
    case 'closeOn':
      return day(deal.closedOn ?? deal.expectedCloseOn);
    case 'openedOn':
      return day(deal.openedOn);
    case 'closedOn':
      return day(deal.closedOn);
    case 'daysInStage':
      return deal.daysInStage === null ? '' : t('card.days', { count: deal.daysInStage });
    case 'health':
      return (
        deal.health && <HealthCell deal={deal} label={t(`health.level.${deal.health.level}`)} />
      );
    case 'nextStep':
      return deal.status === 'open' ? <NextStepCell deal={deal} /> : '';
    case 'lastActivity':
      return day(deal.lastActivityAt && dayOf(deal.lastActivityAt));
    case 'pushes':
      return deal.pushCount === 0 ? '' : format.number(deal.pushCount);
    case 'source':
      return <Name>{deal.source}</Name>;
    case 'lossReason':
      return <Name>{lossReasonWords(deal.lossReason, (code) => t(`lossReason.${code}`))}</Name>;
  }
}

function NextStepCell({ deal }: { deal: DealSummary }) {
  return (
    <span className={classes['step']}>
      <NextStepMark nextStep={deal.nextStep} isShort={deal.nextStep.state !== 'none'} />
      {deal.nextStep.text !== '' && <Name>{deal.nextStep.text}</Name>}
    </span>
  );
}

function HealthCell({ deal, label }: { deal: DealSummary; label: string }) {
  return (
    <span className={classes['health']} data-level={deal.health?.level}>
      <HealthMark health={deal.health} isFlat />
      {label}
    </span>
  );
}

type ProbabilityProps = { deal: DealSummary; format: Format; label: string };

function Probability({ deal, format, label }: ProbabilityProps) {
  return (
    <span className={classes['probability']}>
      {deal.isProbabilitySet && <IconPin size={12} role="img" aria-label={label} />}
      {format.basisPoints(deal.probabilityBp)}
    </span>
  );
}

/** The column of ticks, before all others. */
export function tickColumn(selection: Selection, t: TFunction<'deals'>): Column {
  return {
    id: 'tick',
    title: t('table.ticks'),
    isTitleHidden: true,
    width: 48,
    isPlain: true,
    value: () => null,
    cell: (deal) => (
      <Checkbox
        size="xs"
        tabIndex={-1}
        aria-label={t('table.tick', { deal: deal.name })}
        checked={selection.has(deal.id)}
        onChange={() => selection.toggle(deal.id)}
        onClick={(event) => event.stopPropagation()}
      />
    ),
  };
}
