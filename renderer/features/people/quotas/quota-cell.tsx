import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { parseAmount } from '#shared/domain/money/parse-amount.ts';
import classes from './quotas-page.module.css';

export type QuotaCellProps = {
  label: string;
  amountMinor: number | null;
  onChange(amountMinor: number | null): void;
};

/** One amount, typed as people write it (120万, 1.2m); the arrows walk the grid. */
export function QuotaCell({ label, amountMinor, onChange }: QuotaCellProps) {
  const { t } = useTranslation('people');
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
    if (rows !== undefined && !event.nativeEvent.isComposing) walk(event.currentTarget, rows);
  };
  return (
    <input
      className={classes['cell']}
      aria-label={label}
      aria-invalid={typed !== null && read === undefined}
      title={typed !== null && read === undefined ? t('quotas.unreadable') : undefined}
      value={typed ?? shown}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onBlur={save}
      onKeyDown={onKeyDown}
    />
  );
}

/** Null for nothing, undefined for what is no amount. */
function readAmount(text: string, currency: string): number | null | undefined {
  if (text.trim() === '') return null;
  const result = parseAmount(text, { currency });
  return result.ok && result.amountMinor >= 0 ? result.amountMinor : undefined;
}

/** Moves the focus to the same column of another row, which saves this cell. */
function walk(cell: HTMLInputElement, rows: number): void {
  const column = cell.closest('td')?.cellIndex ?? 0;
  const row = cell.closest('tr');
  const next = rows > 0 ? row?.nextElementSibling : row?.previousElementSibling;
  const target = (next as HTMLTableRowElement | null | undefined)?.cells[column];
  target?.querySelector('input')?.focus();
}
