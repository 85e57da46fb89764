import { SegmentedControl, Tooltip, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type RiskRegister, type RiskStage, riskStage } from '#shared/contract/risks.ts';
import { riskLevel } from '#shared/domain/risks/risk-level.ts';
import { scale, useScaleWords } from '../scale-words.ts';
import { useRiskSearch } from '../use-risk-search.ts';
import classes from './heat-map.module.css';

/** The 5×5 matrix with counts; a cell narrows the list, the cell of the open risk is lit. */
export function HeatMap({ register }: { register: RiskRegister }) {
  const { t } = useTranslation('risks');
  const [search, change] = useRiskSearch();
  const stage = search.stage ?? 'current';
  const unscored = register.unscored[stage];
  return (
    <div>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('filter.stage')}
        value={stage}
        data={riskStage.options.map((value) => ({ value, label: t(`stage.${value}`) }))}
        onChange={(value) => change({ stage: riskStage.parse(value), cell: undefined })}
      />
      <div className={classes['map']}>
        <span className={classes['y']}>{t('axis.probability')} →</span>
        <div className={classes['grid']}>
          {[...scale]
            .reverse()
            .map((probability) =>
              scale.map((impact) => (
                <Cell
                  key={`${probability}-${impact}`}
                  register={register}
                  stage={stage}
                  probability={probability}
                  impact={impact}
                />
              )),
            )}
        </div>
        <span className={classes['x']}>{t('axis.impact')} →</span>
      </div>
      <p className={classes['hint']}>
        {t(`stageHint.${stage}`)}
        {unscored > 0 && ` · ${t('score.unscored', { count: unscored })}`}
      </p>
    </div>
  );
}

type CellProps = {
  register: RiskRegister;
  stage: RiskStage;
  probability: (typeof scale)[number];
  impact: (typeof scale)[number];
};

function Cell({ register, stage, probability, impact }: CellProps) {
  const { t } = useTranslation('risks');
  const words = useScaleWords();
  const [search, change] = useRiskSearch();
  const found = register.cells.find(
    (cell) => cell.stage === stage && cell.probability === probability && cell.impact === impact,
  );
  const count = found?.count ?? 0;
  const value = `${probability}-${impact}`;
  const isChosen = search.cell === value;
  const name = {
    probability: words.probability(probability),
    impact: words.impact(impact),
  };
  const label = count === 0 ? t('score.empty', name) : t('score.cell', { ...name, count });
  return (
    <Tooltip label={label}>
      <UnstyledButton
        className={classes['cell'] ?? ''}
        data-level={riskLevel({ probability, impact })}
        data-lit={search.risk !== undefined && (found?.riskIds.includes(search.risk) ?? false)}
        aria-label={label}
        aria-pressed={isChosen}
        onClick={() => change({ cell: isChosen ? undefined : value })}
      >
        {count > 0 ? count : ''}
      </UnstyledButton>
    </Tooltip>
  );
}
