import { Popover, UnstyledButton } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import classes from './figure.module.css';

export type FigureProps = {
  label: string;
  /** Formatted; null is unknown and shows as a dash. */
  value: string | null;
  /** How it is worked out, in words. */
  formula: string;
  /** Over how many it is worked out. */
  count: number;
  /** What is counted. */
  of?: 'records' | 'people';
  /** As of when, local date. */
  asOf: string;
  /** Opens the rows behind the figure. */
  onOpenRows?: () => void;
  /** A word on the change or the goal, under the figure. */
  note?: ReactNode;
  /** `line` stands beside a heading. */
  size?: 'sm' | 'lg' | 'line';
};

/** A number with what stands behind it: formula, how many, as of when, and its rows. */
export function Figure({ label, value, note, size = 'sm', onOpenRows, ...behind }: FigureProps) {
  const { t } = useTranslation('common');
  const shown = value ?? t('none');
  return (
    <div className={classes['root']} data-size={size}>
      <div className={classes['label']}>
        {label}
        <Behind label={label} {...behind} />
      </div>
      {onOpenRows === undefined ? (
        <div className={classes['value']}>{shown}</div>
      ) : (
        <UnstyledButton
          className={`${classes['value']} ${classes['link']}`}
          onClick={onOpenRows}
          aria-label={t('figure.open', { label, value: shown })}
        >
          {shown}
        </UnstyledButton>
      )}
      {note !== undefined && <div className={classes['note']}>{note}</div>}
    </div>
  );
}

type BehindProps = Pick<FigureProps, 'label' | 'formula' | 'count' | 'of' | 'asOf'>;

function Behind({ label, formula, count, of = 'records', asOf }: BehindProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  return (
    <Popover width={280} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes['info'] ?? ''}
          aria-label={t('figure.behind', { label })}
        >
          <IconInfoCircle size={14} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <p className={classes['formula']}>{formula}</p>
        <p className={classes['behind']}>
          {t(of === 'people' ? 'figure.basisPeople' : 'figure.basis', {
            count,
            on: asOf,
            shown: format.number(count),
          })}
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}
