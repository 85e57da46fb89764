import { useTranslation } from 'react-i18next';
import { Private } from '#renderer/components/privacy/private.tsx';
import type { Commitment } from '#shared/contract/commitments.ts';
import { CommitmentLine } from '../commitments/commitment-line.tsx';
import classes from './session.module.css';
import { useSession } from './session-context.ts';

/** What was promised before comes first: done, in part, not, dropped, and one line why. */
export function SessionReview() {
  const { t } = useTranslation('coaching');
  const { page } = useSession();
  if (page.review.length === 0) return null;
  return (
    <section className={classes['section']} aria-label={t('review.title')}>
      <h2 className={classes['title']}>{t('review.title')}</h2>
      <CommitmentList commitments={page.review} />
    </section>
  );
}

export function CommitmentList({ commitments }: { commitments: readonly Commitment[] }) {
  const { sessionId } = useSession();
  return (
    <ul className={classes['list']}>
      {commitments.map((item) => {
        const line = (
          <CommitmentLine
            key={item.id}
            commitment={item}
            sessionId={sessionId}
            isPersonShown={false}
          />
        );
        return item.visibility === 'private' ? (
          <Private key={item.id} isSilent>
            {line}
          </Private>
        ) : (
          line
        );
      })}
    </ul>
  );
}
