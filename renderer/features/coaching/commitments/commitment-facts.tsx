import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { RecordLink } from '#renderer/components/record-link.tsx';
import { StatusBadge } from '#renderer/components/status-badge.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { Commitment } from '#shared/contract/commitments.ts';
import classes from './commitments.module.css';

/** How old, how late, how often moved and carried: nothing is forgotten. */
export function CommitmentFacts({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation('coaching');
  const format = useFormat();
  const { status, dueOn, overdueDays, movedCount, carriedCount, closedOn, deal } = commitment;
  const isOpen = status === 'open';
  return (
    <div className={classes['facts']}>
      {overdueDays > 0 && (
        <span className={classes['late']}>{t('commitment.overdue', { count: overdueDays })}</span>
      )}
      {isOpen && dueOn !== null && (
        <span>{t('commitment.due', { on: format.dateShort(dueOn) })}</span>
      )}
      {isOpen && dueOn === null && (
        <span>{t(commitment.isUndated ? 'commitment.undated' : 'commitment.noDateYet')}</span>
      )}
      {!isOpen && closedOn !== null && (
        <span>{t(`commitment.closed.${status}`, { on: format.dateShort(closedOn) })}</span>
      )}
      {movedCount > 0 && <span>{t('commitment.moved', { count: movedCount })}</span>}
      {carriedCount > 0 && <span>{t('commitment.carried', { count: carriedCount })}</span>}
      {isOpen && <span>{t('commitment.age', { count: commitment.ageDays })}</span>}
      {deal !== null && (
        <RecordLink kind="deal" id={deal.id}>
          <Name>{deal.name}</Name>
        </RecordLink>
      )}
      {commitment.successEvidence !== '' && (
        <span>
          {t('commitment.evidence')} <Name>{commitment.successEvidence}</Name>
        </span>
      )}
      {commitment.visibility === 'private' && (
        <StatusBadge tone="private" icon={IconLock}>
          {t('commitment.private')}
        </StatusBadge>
      )}
    </div>
  );
}
