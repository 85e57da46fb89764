import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import type { Team, TeamRow } from '#shared/contract/people.ts';
import { QuarterFigures, useQuarterFigures } from '../quarter-figures.tsx';

/** The team's quarter at a glance; how many people wait for a one-on-one. */
export function TeamFigures({ team, rows }: { team: Team; rows: readonly TeamRow[] }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const { totals, quarter } = team;
  const { money, won, attainment, open } = useQuarterFigures(totals);
  const coached = rows.flatMap(({ coaching }) => (coaching === null ? [] : coaching.status));
  const waiting = coached.filter((status) => ['overdue', 'neglected'].includes(status));
  return (
    <QuarterFigures
      asOf={team.asOf}
      scope={{}}
      figures={[
        {
          ...attainment,
          label: t('figure.attainment', { quarter: quarter.index }),
          formula: t('formula.teamAttainment'),
          count: totals.quotaPeople,
        },
        {
          label: t('figure.won'),
          value: won,
          formula: t('formula.teamWon'),
          count: totals.wonCount,
          rows: 'won',
          note:
            totals.quotaMinor === null
              ? undefined
              : t('ofQuota', { quota: money(totals.quotaMinor) }),
        },
        open,
        {
          label: t('figure.waiting'),
          value: format.number(waiting.length),
          formula: t('formula.waiting'),
          count: coached.length,
        },
      ]}
    />
  );
}
