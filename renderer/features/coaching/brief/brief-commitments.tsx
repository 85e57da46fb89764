import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { Private } from '#renderer/components/privacy/private.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { Brief, BriefCommitment } from '#shared/contract/coaching-brief.ts';
import { BriefLine } from './brief-line.tsx';
import classes from './brief-pane.module.css';
import { BriefSection, NoData } from './brief-section.tsx';

/** What was promised: everything open, and what was closed since the last session. */
export function BriefCommitments({ brief }: { brief: Brief }) {
  const { t } = useTranslation(['facts', 'coaching']);
  const format = useFormat();
  const { rep, manager, days } = brief.followThrough;
  const share = (bp: number | null) =>
    bp === null ? t('brief.noShare') : format.percent(bp / 10_000);
  return (
    <BriefSection
      title={t('brief.commitments')}
      note={t('brief.followThrough', { days, rep: share(rep.bp), manager: share(manager.bp) })}
    >
      {brief.commitments.length === 0 ? (
        <NoData>{t('brief.noCommitments')}</NoData>
      ) : (
        <ul className={classes['lines']}>
          {brief.commitments.map((item) =>
            item.visibility === 'private' ? (
              <Private key={item.id} isSilent>
                <CommitmentLine item={item} />
              </Private>
            ) : (
              <CommitmentLine key={item.id} item={item} />
            ),
          )}
        </ul>
      )}
    </BriefSection>
  );
}

function CommitmentLine({ item }: { item: BriefCommitment }) {
  const { t } = useTranslation(['facts', 'coaching']);
  const rule = item.overdueDays > 0 ? 'overdue_commitment' : 'commitment';
  const isOpen = item.status === 'open';
  return (
    <BriefLine line={`${rule}:${item.id}`} text={item.text}>
      <div className={classes['title']}>
        <span className={isOpen ? undefined : classes['closed']}>
          <Name>{item.text}</Name>
        </span>
        <span className={classes['dim']}>{t(`coaching:owner.${item.owner}`)}</span>
      </div>
      <State item={item} />
    </BriefLine>
  );
}

function State({ item }: { item: BriefCommitment }) {
  const { t } = useTranslation(['facts', 'coaching']);
  const format = useFormat();
  const { status, dueOn, overdueDays, movedCount, carriedCount, ageDays } = item;
  const parts = [
    status === 'open'
      ? dueOn === null
        ? t('coaching:commitment.undated')
        : t('coaching:commitment.due', { on: format.dateShort(dueOn) })
      : t(`coaching:outcome.${status}`),
    movedCount > 0 && t('coaching:commitment.moved', { count: movedCount }),
    carriedCount > 0 && t('coaching:commitment.carried', { count: carriedCount }),
    status === 'open' && t('coaching:commitment.age', { count: ageDays }),
    item.outcomeNote,
  ].filter(Boolean);
  return (
    <div>
      {overdueDays > 0 && (
        <span className={classes['late']}>
          {t('coaching:commitment.overdue', { count: overdueDays })}{' '}
        </span>
      )}
      <span className={classes['dim']}>{parts.join(' · ')}</span>
    </div>
  );
}
