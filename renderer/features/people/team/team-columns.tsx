import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { useMoment } from '#renderer/api/use-moment.ts';
import { RhythmBadge } from '#renderer/components/rhythm-badge.tsx';
import type { TableColumn } from '#renderer/components/table/table-column.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { TeamRow } from '#shared/contract/people.ts';
import { HealthMarks } from '../health-marks.tsx';
import classes from './team-page.module.css';

type Column = TableColumn<TeamRow>;

/** What the team's table shows; sorting is by what stands behind each cell. */
export function useTeamColumns(): Column[] {
  const { t } = useTranslation('people');
  const format = useFormat();
  const moment = useMoment();
  return useMemo(() => {
    const column = (id: ColumnId, rest: Omit<Column, 'id' | 'title'>): Column => ({
      id,
      title: t(`column.${id}`),
      ...rest,
    });
    return [
      column('person', {
        width: 190,
        isPinned: true,
        value: ({ person }) => person.name,
        cell: ({ person }) => <Who row={person} />,
      }),
      column('team', {
        width: 150,
        canGroup: true,
        isHiddenAtFirst: true,
        value: ({ person }) => person.team || null,
        cell: ({ person }) => <Name>{person.team}</Name>,
      }),
      column('attainment', {
        width: 132,
        value: ({ figures }) => figures.attainmentBp,
        cell: ({ figures }) => <Attainment bp={figures.attainmentBp} />,
      }),
      column('open', {
        width: 100,
        align: 'end',
        value: ({ figures }) => figures.openMinor,
        cell: ({ figures }) => format.moneyShort(figures.openMinor),
      }),
      column('rhythm', {
        width: 184,
        value: ({ coaching }) => coaching?.daysLate ?? null,
        cell: ({ coaching }) => coaching && <RhythmBadge rhythm={coaching} />,
      }),
      column('next', {
        width: 166,
        value: ({ coaching }) => coaching?.next?.scheduledAt ?? null,
        cell: ({ coaching }) => coaching?.next && moment(coaching.next.scheduledAt),
      }),
      column('commitments', {
        width: 144,
        value: ({ coaching }) => coaching?.overdueCommitments ?? null,
        cell: ({ coaching }) => coaching && <Commitments {...coaching} />,
      }),
      column('health', {
        width: 152,
        value: ({ health }) => health.critical * 1000 + health.at_risk,
        cell: ({ health }) => <HealthMarks health={health} />,
      }),
    ];
  }, [t, format, moment]);
}

type ColumnId =
  | 'person'
  | 'team'
  | 'attainment'
  | 'open'
  | 'rhythm'
  | 'next'
  | 'commitments'
  | 'health';

function Who({ row }: { row: { name: string; roleTitle: string; level: string } }) {
  const second = [row.roleTitle, row.level].filter(Boolean).join(' ');
  return (
    <span className={classes['who']}>
      <span className={classes['name']}>
        <Name>{row.name}</Name>
      </span>
      {second !== '' && (
        <span className={classes['dim']}>
          <Name>{second}</Name>
        </span>
      )}
    </span>
  );
}

function Attainment({ bp }: { bp: number | null }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  if (bp === null) return <span className={classes['dim']}>{t('noQuota')}</span>;
  return (
    <span className={classes['attainment']}>
      <span>{format.percent(bp / 10_000)}</span>
      <span className={classes['bar']} aria-hidden>
        <span style={{ width: `${Math.min(100, bp / 100)}%` }} />
      </span>
    </span>
  );
}

function Commitments(props: { openCommitments: number; overdueCommitments: number }) {
  const { t } = useTranslation('people');
  const { openCommitments: open, overdueCommitments: overdue } = props;
  if (open === 0) return <span className={classes['dim']}>{t('noCommitments')}</span>;
  return (
    <span>
      {t('openCommitments', { count: open })}
      {overdue > 0 && (
        <span className={classes['overdue']}> · {t('overdueCommitments', { count: overdue })}</span>
      )}
    </span>
  );
}
