import { Button } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useChosen } from '#renderer/components/form/use-chosen.ts';
import classes from './grow.module.css';

export type ScaleFieldProps = {
  label: string;
  /** The highest mark; the lowest is 1. */
  max: 5 | 10;
  value: number | null;
  isDisabled?: boolean;
  onChange(value: number | null, onRefused: () => void): void;
};

/** A mark from 1 on; the arrows choose, nothing is chosen at first. */
export function ScaleField({ label, max, value, isDisabled = false, onChange }: ScaleFieldProps) {
  const { t } = useTranslation('coaching');
  const name = useId();
  const { shown, choose, forget } = useChosen(value);
  const set = (mark: number | null) => {
    choose(mark);
    onChange(mark, forget);
  };
  return (
    <fieldset className={classes['scale']} disabled={isDisabled}>
      <legend>{label}</legend>
      {Array.from({ length: max }, (_, at) => at + 1).map((mark) => (
        <label key={mark} className={classes['mark']}>
          <input
            type="radio"
            name={name}
            value={mark}
            checked={shown === mark}
            onChange={() => set(mark)}
          />
          <span>{mark}</span>
        </label>
      ))}
      {shown !== null && !isDisabled && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => set(null)}>
          {t('scale.clear')}
        </Button>
      )}
    </fieldset>
  );
}
