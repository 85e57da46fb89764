import { SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { Private } from '#renderer/components/privacy/private.tsx';
import type { Party } from '#shared/contract/coaching-fields.ts';
import type { Commitment, CommitmentFilter } from '#shared/contract/commitments.ts';
import { AddCommitment } from './add-commitment.tsx';
import { CommitmentLine } from './commitment-line.tsx';
import classes from './commitments.module.css';

/** All that was promised, the manager's own first; of one person or of everyone. */
export function CommitmentsPart({ personId }: { personId: string | null }) {
  const { t } = useTranslation('coaching');
  const [state, setState] = useState<CommitmentFilter['state']>('open');
  const [owner, setOwner] = useState<Party | 'all'>('all');
  const filter = { state, owner: owner === 'all' ? null : owner, personId };
  const { data: commitments } = useQuery({
    ...api.coaching.listCommitments.queryOptions({ input: filter }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={classes['root']}>
      <div className={classes['filters']}>
        <SegmentedControl
          aria-label={t('commitments.state')}
          value={state}
          data={(['open', 'overdue', 'closed'] as const).map((value) => ({
            value,
            label: t(`commitments.${value}`),
          }))}
          onChange={(value) => setState(value as CommitmentFilter['state'])}
        />
        <SegmentedControl
          aria-label={t('commitments.owner')}
          value={owner}
          data={(['all', 'manager', 'rep'] as const).map((value) => ({
            value,
            label: t(`commitments.by.${value}`),
          }))}
          onChange={(value) => setOwner(value as Party | 'all')}
        />
      </div>
      {commitments?.length === 0 && (
        <p className={classes['none']}>{t(`commitments.none.${state}`)}</p>
      )}
      <Groups commitments={commitments ?? []} isOfOne={personId !== null} />
      {personId !== null && <AddCommitment personId={personId} sessionId={null} />}
    </div>
  );
}

type GroupsProps = { commitments: readonly Commitment[]; isOfOne: boolean };

function Groups({ commitments, isOfOne }: GroupsProps) {
  const { t } = useTranslation('coaching');
  const owners: readonly Party[] = ['manager', 'rep'];
  return owners.map((owner) => {
    const own = commitments.filter((item) => item.owner === owner);
    if (own.length === 0) return null;
    return (
      <section key={owner} aria-label={t(`commitments.by.${owner}`)}>
        <h2>{t(`commitments.by.${owner}`)}</h2>
        <ul className={classes['list']}>
          {own.map((item) => {
            const line = (
              <CommitmentLine
                key={item.id}
                commitment={item}
                sessionId={null}
                isPersonShown={!isOfOne}
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
      </section>
    );
  });
}
