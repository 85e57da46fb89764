import { Select, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  amountUnit,
  type DeskChange,
  dayOrder,
  decimalMark,
} from '#shared/contract/imports-desk.ts';
import { useChangeDesk } from '../use-desk.ts';
import type { ColumnRowProps } from './column-row.tsx';
import classes from './columns.module.css';

type FormatProps = ColumnRowProps & { heading: string };
type Choice = Omit<Extract<DeskChange, { kind: 'column' }>, 'kind' | 'sheetId' | 'index' | 'field'>;

/** How the cells of a column are read, where they can be read in more than one way. */
export function ColumnFormat({ sheet, column, heading }: FormatProps) {
  const change = useChangeDesk();
  const choose = (choice: Choice) =>
    void change({ kind: 'column', sheetId: sheet.id, index: column.index, ...choice });
  return (
    <div className={classes['format']}>
      {column.dates !== null && <DayOrder {...column.dates} heading={heading} choose={choose} />}
      {column.amounts !== null && (
        <AmountFormat {...column.amounts} heading={heading} choose={choose} />
      )}
    </div>
  );
}

type DayOrderProps = {
  order: 'dmy' | 'mdy';
  isSure: boolean;
  heading: string;
  choose(choice: Choice): void;
};

/** Until someone says which it is, neither is shown as chosen. */
function DayOrder({ order, isSure, heading, choose }: DayOrderProps) {
  const { t } = useTranslation('imports');
  return (
    <>
      <Select
        size="xs"
        w={180}
        aria-label={t('columns.orderOf', { heading })}
        placeholder={t('columns.orderAsk')}
        value={isSure ? order : null}
        data={dayOrder.options.map((value) => ({ value, label: t(`columns.order.${value}`) }))}
        onChange={(value) => choose({ dayOrder: dayOrder.parse(value) })}
      />
      {!isSure && <Unsure />}
    </>
  );
}

type AmountFormatProps = {
  mark: '.' | ',';
  unit: number;
  isSure: boolean;
  heading: string;
  choose(choice: Choice): void;
};

function AmountFormat({ mark, unit, isSure, heading, choose }: AmountFormatProps) {
  const { t } = useTranslation('imports');
  return (
    <>
      <Select
        size="xs"
        w={104}
        aria-label={t('columns.unitOf', { heading })}
        value={String(unit)}
        data={[...amountUnit.values].map((value) => ({
          value: String(value),
          label: t(`columns.unit.${value}`),
        }))}
        onChange={(value) => choose({ unit: amountUnit.parse(Number(value)) })}
      />
      {(!isSure || mark === ',') && (
        <Select
          size="xs"
          w={104}
          aria-label={t('columns.markOf', { heading })}
          value={mark}
          data={decimalMark.options.map((value) => ({
            value,
            label: t(value === '.' ? 'columns.mark.point' : 'columns.mark.comma'),
          }))}
          onChange={(value) => choose({ decimalMark: decimalMark.parse(value) })}
        />
      )}
      {!isSure && <Unsure />}
    </>
  );
}

function Unsure() {
  const { t } = useTranslation('imports');
  return (
    <span className={classes['unsure']} title={t('columns.unsure')}>
      <IconAlertTriangle size={16} aria-hidden />
      <VisuallyHidden>{t('columns.unsure')}</VisuallyHidden>
    </span>
  );
}
