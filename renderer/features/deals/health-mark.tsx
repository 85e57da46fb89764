import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DealHealth } from '#shared/contract/deal-warnings.ts';
import classes from './health-mark.module.css';
import { useHealthWords } from './use-health-words.ts';

const ticks = { fine: 0, watch: 1, at_risk: 2, critical: 3 } as const;

/** Health as one to three ticks: colour and number together, and the words for who asks. */
export function HealthMark({ health, isFlat }: { health: DealHealth | null; isFlat?: boolean }) {
  const { t } = useTranslation('deals');
  const words = useHealthWords();
  if (health === null || health.level === 'fine') return null;
  return (
    <Tooltip
      multiline
      maw={320}
      position="right"
      label={
        <>
          {t(`health.level.${health.level}`)}
          {health.reasons.map((reason) => (
            <div key={reason.code}>{words(reason)}</div>
          ))}
        </>
      }
    >
      <span
        className={classes['root']}
        data-level={health.level}
        data-flat={isFlat}
        role="img"
        aria-label={t(`health.level.${health.level}`)}
      >
        {Array.from({ length: ticks[health.level] }, (_, tick) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: ticks have no other name
          <i key={tick} />
        ))}
      </span>
    </Tooltip>
  );
}
