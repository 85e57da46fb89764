import { useTranslation } from 'react-i18next';
import { BarSpark } from '#renderer/components/chart/bar-spark.tsx';
import type { BriefActivity } from '#shared/contract/coaching-brief.ts';
import { useCoachingWords } from '../use-coaching-words.ts';
import { BriefLine } from './brief-line.tsx';
import classes from './brief-pane.module.css';
import { BriefSection, NoData } from './brief-section.tsx';

/** Activity of eight weeks against the person's own usual; leave weeks grey. */
export function BriefActivityPart({ activity }: { activity: readonly BriefActivity[] }) {
  const { t } = useTranslation(['facts', 'coaching']);
  return (
    <BriefSection title={t('brief.activity')}>
      {activity.length === 0 && <NoData>{t('brief.noData')}</NoData>}
      <ul className={classes['lines']}>
        {activity.map((trend) => (
          <TrendLine key={trend.measure} trend={trend} />
        ))}
      </ul>
    </BriefSection>
  );
}

function TrendLine({ trend }: { trend: BriefActivity }) {
  const { t } = useTranslation(['facts', 'coaching']);
  const words = useCoachingWords();
  const { measure, weeks, meanMilli, flag } = trend;
  const label = t(`trend.${measure}`);
  const shown = words.trend(trend);
  const counts = weeks.map(({ count }) => count).join(', ');
  return (
    <BriefLine
      line={`${flag === 'down' ? 'baseline_drop' : 'activity'}:${measure}`}
      text={t('trend.line', { label, trend: shown })}
    >
      <div className={classes['trend']}>
        <span>{label}</span>
        <BarSpark
          bars={weeks.map(({ weekOn, count, state }) => ({
            key: weekOn,
            value: count,
            isMuted: state !== 'counted',
          }))}
          mean={meanMilli === null ? null : meanMilli / 1000}
          description={t('trend.weeks', { label, counts })}
        />
        <span className={flag === 'down' ? classes['late'] : classes['dim']}>{shown}</span>
      </div>
    </BriefLine>
  );
}
