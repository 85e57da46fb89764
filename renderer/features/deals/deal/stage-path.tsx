import { Select, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import type { Deal } from '#shared/contract/deal-records.ts';
import { useMoves } from '../moves/use-moves.tsx';
import { useStages } from '../use-stages.ts';
import classes from './stage-path.module.css';

/** The stages of the pipeline with the days spent in each; a stage is a button that moves there. */
export function StagePath({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const format = useFormat();
  const { find, all } = useStages();
  const moves = useMoves();
  const steps = deal.path.flatMap((step) => {
    const stage = find(step.stageId);
    return stage === undefined ? [] : [{ ...step, stage }];
  });
  const at = steps.findIndex(({ stageId }) => stageId === deal.stageId);
  const others = all.filter(({ pipelineId }) => pipelineId !== deal.pipelineId);
  return (
    <div className={classes['root']}>
      <ol className={classes['path']} aria-label={t('deal.path')}>
        {steps.map(({ stage, days, visits, medianDays }, index) => {
          const note = [
            days === null ? t('deal.neverThere') : t('deal.daysThere', { count: days }),
            visits > 1 ? t('deal.visits', { count: visits }) : '',
            medianDays === null ? '' : t('deal.median', { days: format.number(medianDays) }),
          ];
          return (
            <li key={stage.id} data-type={stage.type} data-place={placeOf(index, at)}>
              <UnstyledButton
                className={classes['step'] ?? ''}
                aria-current={index === at ? 'step' : undefined}
                title={note.filter((part) => part !== '').join(' · ')}
                onClick={() => moves.start({ deal, toStageId: stage.id })}
              >
                <span className={classes['stage']}>{stage.name}</span>
                <span className={classes['days']}>
                  {days === null ? '–' : t('deal.days', { count: days })}
                </span>
              </UnstyledButton>
            </li>
          );
        })}
      </ol>
      {others.length > 0 && (
        <Select
          size="xs"
          w={200}
          searchable
          aria-label={t('deal.otherPipeline')}
          placeholder={t('deal.otherPipeline')}
          value={null}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => id !== null && moves.start({ deal, toStageId: id })}
        />
      )}
      {deal.backMoves > 0 && (
        <p className={classes['back']}>{t('deal.backMoves', { count: deal.backMoves })}</p>
      )}
      {moves.dialogs}
    </div>
  );
}

function placeOf(index: number, at: number): 'before' | 'here' | 'after' {
  if (index === at) return 'here';
  return index < at ? 'before' : 'after';
}
