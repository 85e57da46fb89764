import { useTranslation } from 'react-i18next';
import { useSettings } from '#renderer/api/use-settings.ts';
import { BarSpark } from '#renderer/components/chart/bar-spark.tsx';
import type { BriefActivity } from '#shared/contract/coaching-brief.ts';
import { coachingWords } from '#shared/i18n/coaching-words.ts';
import classes from './person-page.module.css';

/** Eight weeks against the person's own usual; leave weeks grey. */
export function ActivityTrends({ activity }: { activity: readonly BriefActivity[] }) {
  const { t } = useTranslation('people');
  if (activity.length === 0) return <p className={classes['dim']}>{t('activity.none')}</p>;
  return (
    <div className={classes['trends']}>
      {activity.map((trend) => (
        <Trend key={trend.measure} trend={trend} />
      ))}
    </div>
  );
}

function Trend({ trend }: { trend: BriefActivity }) {
  const { t } = useTranslation('people');
  const { language, currency } = useSettings();
  const words = coachingWords(language, currency);
  const { measure, weeks, meanMilli } = trend;
  const label = t(`activity.${measure}`);
  const counts = weeks.map(({ count }) => count).join(t('activity.comma'));
  return (
    <div className={classes['trend']}>
      <span>{label}</span>
      <BarSpark
        bars={weeks.map(({ weekOn, count, state }) => ({
          key: weekOn,
          value: count,
          isMuted: state !== 'counted',
        }))}
        mean={meanMilli === null ? null : meanMilli / 1000}
        description={t('activity.weeks', { label, counts })}
      />
      <span className={classes['change']} data-flag={trend.flag}>
        {words.trend(trend)}
      </span>
    </div>
  );
}
