import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { type RiskDetail, riskStage } from '#shared/contract/risks.ts';
import classes from './risk-pane.module.css';
import { ScorePicker } from './score-picker.tsx';
import { useChangeRisk } from './use-change-risk.ts';

/** Inherent, current and target score, by the words of the scales. */
export function RiskScores({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation('risks');
  const format = useFormat();
  const change = useChangeRisk(risk);
  return (
    <Stack gap="sm">
      {riskStage.options.map((stage) => (
        <ScorePicker
          key={stage}
          label={t(`stage.${stage}`)}
          hint={t(`stageHint.${stage}`)}
          value={risk[stage]}
          onChange={(score) => change({ [stage]: score })}
        />
      ))}
      {risk.emvMinor !== null && (
        <span className={classes['dim']}>
          {t(risk.kind === 'opportunity' ? 'field.gain' : 'field.emv')}{' '}
          {format.money(risk.emvMinor)}
        </span>
      )}
    </Stack>
  );
}
