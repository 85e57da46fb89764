import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { RhythmBadge } from '#renderer/components/rhythm-badge.tsx';
import { StatusBadge } from '#renderer/components/status-badge.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { PersonPage } from '#shared/contract/people.ts';
import classes from './person-page.module.css';

/** 李雷  客户经理 L2 · 华东 · 入职 14 个月. */
export function PersonHeader({ page }: { page: PersonPage }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const { person, coaching, asOf } = page;
  const role = [person.roleTitle, person.level].filter(Boolean).join(' ');
  const places = [role, person.team, person.region].filter(Boolean).join(' · ');
  const months = person.joinedOn === null ? null : monthsBetween(person.joinedOn, asOf);
  return (
    <span className={classes['head']}>
      <Name>{person.name}</Name>
      <span className={classes['facts']}>
        <Name>{places}</Name>
        {months !== null && ` · ${t('joined', { count: months })}`}
      </span>
      {coaching !== null && <RhythmBadge rhythm={coaching} />}
      {person.leftOn !== null && (
        <StatusBadge tone="quiet">{t('left.on', { on: format.date(person.leftOn) })}</StatusBadge>
      )}
    </span>
  );
}

function monthsBetween(from: string, to: string): number {
  const months = (on: string) => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7));
  const isDayReached = to.slice(8) >= from.slice(8);
  return Math.max(0, months(to) - months(from) - (isDayReached ? 0 : 1));
}
