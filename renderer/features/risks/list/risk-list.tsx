import { Button, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconShieldExclamation } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { useDay } from '#renderer/api/use-moment.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { RiskRegister, RiskSummary } from '#shared/contract/risks.ts';
import { daysBetween } from '#shared/domain/dates/local-date.ts';
import { LevelBadge } from '../level-badge.tsx';
import { useRiskSearch } from '../use-risk-search.ts';
import classes from './risk-list.module.css';

/** The register in the order of attention; J and K walk it, Enter opens. */
export function RiskList({ register, onAdd }: { register: RiskRegister; onAdd(): void }) {
  const { t } = useTranslation('risks');
  const [search, change] = useRiskSearch();
  const step = (by: number) => {
    const at = register.risks.findIndex((risk) => risk.id === search.risk);
    const next = register.risks[at < 0 ? 0 : at + by];
    if (next !== undefined) change({ risk: next.id });
  };
  useShortcuts({
    title: t('list'),
    shortcuts: [
      { keys: 'j', label: t('keys.next'), run: () => step(1) },
      { keys: 'k', label: t('keys.previous'), run: () => step(-1) },
    ],
  });
  if (register.total === 0) return <EmptyRegister onAdd={onAdd} />;
  return (
    <section className={classes['root']} aria-label={t('list')}>
      <p className={classes['summary']}>
        {t('count', { count: register.total })} · {t('asOf', { on: register.asOf })}
        {register.overdueReviews > 0 && (
          <span className={classes['overdue']}>
            <IconAlertTriangle size={14} aria-hidden />
            {t('overdueReviews', { count: register.overdueReviews })}
          </span>
        )}
      </p>
      <ul className={classes['list']}>
        {register.risks.map((risk) => (
          <RiskRow
            key={risk.id}
            risk={risk}
            asOf={register.asOf}
            isOpen={risk.id === search.risk}
            onOpen={() => change({ risk: risk.id })}
          />
        ))}
      </ul>
    </section>
  );
}

function EmptyRegister({ onAdd }: { onAdd(): void }) {
  const { t } = useTranslation('risks');
  const [search, change] = useRiskSearch();
  const isFiltered = Object.entries(search).some(
    ([key, value]) => key !== 'risk' && key !== 'stage' && value !== undefined,
  );
  if (!isFiltered) {
    return (
      <EmptyState icon={IconShieldExclamation} title={t('empty.title')} body={t('empty.body')}>
        <Button onClick={onAdd}>{t('add')}</Button>
      </EmptyState>
    );
  }
  const clear = () =>
    change({
      text: undefined,
      status: undefined,
      category: undefined,
      overdue: undefined,
      cell: undefined,
    });
  return (
    <EmptyState icon={IconShieldExclamation} title={t('empty.filtered')} body={t('empty.body')}>
      <Button variant="default" onClick={clear}>
        {t('empty.clear')}
      </Button>
    </EmptyState>
  );
}

type RiskRowProps = { risk: RiskSummary; asOf: string; isOpen: boolean; onOpen: () => void };

function RiskRow({ risk, asOf, isOpen, onOpen }: RiskRowProps) {
  const { t } = useTranslation('risks');
  const format = useFormat();
  const day = useDay();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li ref={row} className={classes['item']} data-open={isOpen}>
      <UnstyledButton
        className={classes['row'] ?? ''}
        aria-current={isOpen ? 'true' : undefined}
        onClick={onOpen}
      >
        <LevelBadge score={risk.current} />
        <span className={classes['main']}>
          <span className={classes['title']}>
            <span className={classes['number']}>{t('reference', { number: risk.number })}</span>{' '}
            <Name>{risk.title}</Name>
          </span>
          <span className={classes['note']}>
            {[
              ...(risk.kind === 'opportunity' ? [t('kind.opportunity')] : []),
              t(`category.${risk.category}`),
              t(`status.${risk.status}`),
              risk.ownerName ?? t('owner.me'),
              ...risk.links.map((link) => link.name),
            ].join(' · ')}
          </span>
        </span>
        <span className={classes['figure']}>
          {risk.emvMinor !== null && risk.kind === 'opportunity' && '+'}
          {risk.emvMinor === null ? '' : format.moneyShort(risk.emvMinor)}
        </span>
        <span className={classes['due']} data-overdue={risk.isReviewOverdue}>
          {risk.isReviewOverdue
            ? t('review.overdue', { count: daysBetween(risk.nextReviewOn, asOf) })
            : t('review.due', { on: day(risk.nextReviewOn) })}
          {risk.overdueActions > 0 && (
            <span className={classes['overdue']}>
              {t('action.overdueCount', { count: risk.overdueActions })}
            </span>
          )}
        </span>
      </UnstyledButton>
    </li>
  );
}
