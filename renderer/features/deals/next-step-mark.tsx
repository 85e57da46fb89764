import { useTranslation } from 'react-i18next';
import { useNearDay } from '#renderer/api/use-moment.ts';
import type { DealSummary } from '#shared/contract/deal-records.ts';
import classes from './next-step-mark.module.css';

export type NextStepMarkProps = {
  nextStep: DealSummary['nextStep'];
  /** On cards: as few characters as say it. */
  isShort?: boolean;
};

/** ● with its day when there is a next step, ○ when there is none; the word says which. */
export function NextStepMark({ nextStep, isShort = false }: NextStepMarkProps) {
  const { t } = useTranslation('deals');
  const near = useNearDay();
  const { state, on, text } = nextStep;
  const day = (when: string) => (isShort ? near.tiny(when) : near.day(when));
  const undated = isShort ? t('nextStep.short.undated') : t('nextStep.undated');
  const none = isShort ? t('nextStep.short.none') : t('nextStep.none');
  const shown = state === 'none' ? none : on === null ? undated : day(on);
  const label = t(`nextStep.${state}`);
  return (
    <span
      className={classes['root']}
      data-state={state}
      title={text === '' ? label : t('nextStep.titled', { state: label, text })}
    >
      <i aria-hidden />
      {!isShort && (state === 'overdue' || state === 'due')
        ? `${shown} ${t(`nextStep.short.${state}`)}`
        : shown}
    </span>
  );
}
