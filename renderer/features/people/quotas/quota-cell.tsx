import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { readAmount } from '#renderer/components/fields/read-amount.ts';
import type { QuotaGrid } from '#shared/contract/people.ts';
import classes from './quotas-page.module.css';

export type QuotaCellProps = {
  label: string;
  amountMinor: number | null;
  mark: QuotaGrid['rows'][number]['marks'][number] | undefined;
  onChange(amountMinor: number | null): void;
};

/** One amount, typed as people write it (120万, 1.2m); the arrows walk the grid. */
export function QuotaCell({ label, amountMinor, mark, onChange }: QuotaCellProps) {
  const { t } = useTranslation(['people', 'common']);
  const { currency } = useSettings();
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = amountMinor === null ? '' : format.money(amountMinor);
  const read = typed === null ? undefined : readAmount(typed, currency);
  const save = () => {
    if (read !== undefined && read !== amountMinor) onChange(read);
    if (typed === null || read !== undefined) setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') setTyped(null);
    const rows = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (rows === undefined || event.nativeEvent.isComposing) return;
    // Leaving the cell saves it; in the last row there is nowhere to go.
    if (!walk(event.currentTarget, rows)) save();
  };
  const markId = useId();
  const isMarked = amountMinor !== null && mark !== undefined && isUnusual(mark);
  return (
    <>
      <input
        className={classes['cell']}
        aria-label={label}
        aria-invalid={typed !== null && read === undefined}
        title={typed !== null && read === undefined ? t('common:amount.unreadable') : undefined}
        placeholder={t('people:quotas.unset')}
        value={typed ?? shown}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onBlur={save}
        onKeyDown={onKeyDown}
        aria-describedby={isMarked ? markId : undefined}
      />
      {isMarked && <CellMark id={markId} mark={mark} />}
    </>
  );
}

type Mark = NonNullable<QuotaCellProps['mark']>;

/** True where an amount is not simply what was typed for the quarter. */
function isUnusual({ isDivided, missingMonths }: Mark): boolean {
  return isDivided || missingMonths.length > 0;
}

/** How the amount came about, where it was not typed for this quarter. */
function CellMark({ id, mark: { isDivided, missingMonths } }: { id: string; mark: Mark }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const months = format.list(missingMonths.map((month) => format.month(`${month}-01`)));
  const isPart = missingMonths.length > 0;
  const title = [
    isDivided && t('quotas.dividedTitle'),
    isPart && t('quotas.partlyTitle', { months }),
  ].filter(Boolean);
  return (
    <span id={id} className={classes['mark']} title={title.join(' · ')}>
      {isPart ? t('quotas.partly', { count: missingMonths.length }) : t('quotas.divided')}
    </span>
  );
}

/** Moves the focus to the same column of another row. @returns false when there is none */
function walk(cell: HTMLInputElement, rows: number): boolean {
  const column = cell.closest('td')?.cellIndex ?? 0;
  const row = cell.closest('tr');
  const next = rows > 0 ? row?.nextElementSibling : row?.previousElementSibling;
  const target = (next as HTMLTableRowElement | null | undefined)?.cells[column];
  const input = target?.querySelector('input');
  input?.focus();
  return input !== null && input !== undefined;
}
