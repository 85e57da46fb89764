import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import type { DealSummary } from '#shared/contract/deal-records.ts';
import classes from './next-step-mark.module.css';

/** ● with its day when there is a next step, ○ when there is none; the word says which. */
export function NextStepMark({ nextStep }: { nextStep: DealSummary['nextStep'] }) {
  const { t } = useTranslation('deals');
  const format = useFormat();
  const { state, on, text } = nextStep;
  const shown =
    state === 'none'
      ? t('nextStep.none')
      : on === null
        ? t('nextStep.undated')
        : format.dateShort(on);
  const label = t(`nextStep.${state}`);
  return (
    <span
      className={classes['root']}
      data-state={state}
      title={text === '' ? label : `${label}：${text}`}
    >
      <i aria-hidden />
      {state === 'overdue' || state === 'due' ? `${shown} ${t(`nextStep.short.${state}`)}` : shown}
    </span>
  );
}
