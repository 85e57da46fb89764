import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { Figure } from '#renderer/components/figure.tsx';
import type { Team, TeamRow } from '#shared/contract/people.ts';
import { behind, useOpenDeals } from '../use-open-deals.ts';
import classes from './team-page.module.css';

/** The team's quarter at a glance; how many people wait for a one-on-one. */
export function TeamFigures({ team, rows }: { team: Team; rows: readonly TeamRow[] }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const { totals, quarter, asOf } = team;
  const openDeals = useOpenDeals({});
  const waiting = rows.filter(({ coaching }) =>
    coaching === null ? false : ['overdue', 'neglected'].includes(coaching.status),
  );
  const money = (minor: number | null) => (minor === null ? null : format.moneyShort(minor));
  return (
    <div className={classes['figures']}>
      <Figure
        size="lg"
        label={t('figure.attainment', { quarter: quarter.index })}
        value={totals.attainmentBp === null ? null : format.basisPoints(totals.attainmentBp)}
        formula={t('formula.teamAttainment')}
        count={totals.quotaPeople}
        asOf={asOf}
        onOpenRows={openDeals(behind.won)}
      />
      <Figure
        size="lg"
        label={t('figure.won')}
        value={money(totals.wonMinor)}
        formula={t('formula.teamWon')}
        count={totals.wonCount}
        asOf={asOf}
        onOpenRows={openDeals(behind.won)}
        note={
          totals.quotaMinor === null ? undefined : t('ofQuota', { quota: money(totals.quotaMinor) })
        }
      />
      <Figure
        size="lg"
        label={t('figure.open')}
        value={money(totals.openMinor)}
        formula={t('formula.open')}
        count={totals.openCount}
        asOf={asOf}
        onOpenRows={openDeals(behind.open)}
      />
      <Figure
        size="lg"
        label={t('figure.waiting')}
        value={format.number(waiting.length)}
        formula={t('formula.waiting')}
        count={rows.filter(({ coaching }) => coaching !== null).length}
        asOf={asOf}
      />
    </div>
  );
}
