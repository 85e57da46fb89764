import { useTranslation } from 'react-i18next';
import type { RiskScore } from '#shared/contract/risks.ts';
import { riskLevel } from '#shared/domain/risks/risk-level.ts';
import classes from './level-badge.module.css';

/** A level in words on its colour; never the colour alone. */
export function LevelBadge({ score }: { score: RiskScore | null }) {
  const { t } = useTranslation('risks');
  const level = score === null ? 'none' : riskLevel(score);
  return (
    <span className={classes['root']} data-level={level}>
      {t(`level.${level}`)}
    </span>
  );
}
