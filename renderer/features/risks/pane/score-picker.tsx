import { Select, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RiskScore } from '#shared/contract/risks.ts';
import { LevelBadge } from '../level-badge.tsx';
import { type Step, scale, useScaleWords } from '../scale-words.ts';
import classes from './score-picker.module.css';

export type ScorePickerProps = {
  label: string;
  hint: string;
  value: RiskScore | null;
  onChange: (score: RiskScore | null) => void;
};

/** Probability and impact chosen by their words, with what each step means beside it. */
export function ScorePicker({ label, hint, value, onChange }: ScorePickerProps) {
  const { t } = useTranslation('risks');
  const words = useScaleWords();
  const set = (changes: Partial<RiskScore>) =>
    onChange({ probability: 3, impact: 3, ...value, ...changes });
  return (
    <fieldset className={classes['root']}>
      <legend className={classes['legend']}>
        {label} <span className={classes['hint']}>{hint}</span>
      </legend>
      <StepSelect
        label={t('axis.probability')}
        value={value?.probability ?? null}
        word={words.probability}
        hint={words.probabilityHint}
        onChange={(probability) => set({ probability })}
      />
      <StepSelect
        label={t('axis.impact')}
        value={value?.impact ?? null}
        word={words.impact}
        hint={words.impactHint}
        onChange={(impact) => set({ impact })}
      />
      <LevelBadge score={value} />
      {value !== null && (
        <UnstyledButton className={classes['clear'] ?? ''} onClick={() => onChange(null)}>
          {t('score.clear')}
        </UnstyledButton>
      )}
    </fieldset>
  );
}

type StepSelectProps = {
  label: string;
  value: number | null;
  word: (step: Step) => string;
  hint: (step: Step) => string;
  onChange: (step: Step) => void;
};

function StepSelect({ label, value, word, hint, onChange }: StepSelectProps) {
  const { t } = useTranslation('risks');
  return (
    <Select
      size="xs"
      w={150}
      aria-label={label}
      placeholder={label}
      value={value === null ? null : String(value)}
      data={scale.map((step) => ({ value: String(step), label: `${step} ${word(step)}` }))}
      comboboxProps={{ width: 340, position: 'bottom-start' }}
      nothingFoundMessage={t('score.none')}
      renderOption={({ option }) => {
        const step = scale.find((one) => String(one) === option.value);
        return (
          <span>
            <strong>{option.label}</strong>
            <br />
            <span className={classes['hint']}>{step === undefined ? '' : hint(step)}</span>
          </span>
        );
      }}
      onChange={(chosen) => {
        const step = scale.find((one) => String(one) === chosen);
        if (step !== undefined) onChange(step);
      }}
    />
  );
}
