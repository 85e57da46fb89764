import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconCalendarOff,
  IconCheck,
  IconCircleHalf2,
  IconCircleX,
  IconDots,
  IconLock,
  IconPlayerSkipForward,
  IconRotate,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { RecordLink } from '#renderer/components/record-link.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { Commitment } from '#shared/contract/commitments.ts';
import { CommitmentFacts } from './commitment-facts.tsx';
import classes from './commitments.module.css';
import { DueField } from './due-field.tsx';
import { OutcomeNote } from './outcome-note.tsx';

export type CommitmentLineProps = {
  commitment: Commitment;
  /** The session it is looked back on in. */
  sessionId: string | null;
  isPersonShown: boolean;
};

const outcomes = [
  { status: 'done', icon: IconCheck },
  { status: 'part', icon: IconCircleHalf2 },
  { status: 'missed', icon: IconCircleX },
  { status: 'dropped', icon: IconPlayerSkipForward },
] as const;

/** One promise: done with one click, moved to another day, or settled in another way. */
export function CommitmentLine({ commitment, sessionId, isPersonShown }: CommitmentLineProps) {
  const { t } = useTranslation('coaching');
  const settle = useMutation(api.coaching.settleCommitment.mutationOptions());
  const { id: commitmentId, status, text, personId, personName } = commitment;
  const isOpen = status === 'open';
  const finish = (next: (typeof outcomes)[number]['status']) =>
    settle.mutate({ commitmentId, status: next, sessionId });
  return (
    <li className={classes['line']}>
      <div>
        <div className={classes['text']} data-closed={!isOpen}>
          {isPersonShown && (
            <>
              <RecordLink kind="person" id={personId}>
                <Name>{personName}</Name>
              </RecordLink>
              {' · '}
            </>
          )}
          <Name>{text}</Name>
        </div>
        <CommitmentFacts commitment={commitment} />
      </div>
      {isOpen && (
        <div className={classes['tools']}>
          <DueField commitment={commitment} />
          {outcomes.map(({ status: next, icon: Icon }) => (
            <Button
              key={next}
              size="compact-sm"
              variant={next === 'done' ? 'light' : 'subtle'}
              color={next === 'done' ? 'teal' : 'gray'}
              leftSection={<Icon size={14} aria-hidden />}
              aria-label={t('commitment.settle', { outcome: t(`outcome.${next}`), text })}
              onClick={() => finish(next)}
            >
              {t(`outcome.${next}`)}
            </Button>
          ))}
        </div>
      )}
      <CommitmentMenu commitment={commitment} />
      {!isOpen && <OutcomeNote commitment={commitment} sessionId={sessionId} />}
    </li>
  );
}

function CommitmentMenu({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation('coaching');
  const [isOpen, setOpen] = useState(false);
  const change = useMutation(api.coaching.changeCommitment.mutationOptions());
  const reopen = useMutation(api.coaching.reopenCommitment.mutationOptions());
  const remove = useMutation(api.coaching.removeCommitment.mutationOptions());
  const { id: commitmentId, visibility, status, isUndated } = commitment;
  const isPrivate = visibility === 'private';
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-end">
      <Menu.Target>
        <ActionIcon
          className={classes['more'] ?? ''}
          variant="subtle"
          color="gray"
          aria-label={t('commitment.more', { text: commitment.text })}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {status !== 'open' && (
          <Menu.Item
            leftSection={<IconRotate size={16} />}
            onClick={() => reopen.mutate({ commitmentId })}
          >
            {t('commitment.reopen')}
          </Menu.Item>
        )}
        {status === 'open' && !isUndated && (
          <Menu.Item
            leftSection={<IconCalendarOff size={16} />}
            onClick={() => change.mutate({ commitmentId, changes: { isUndated: true } })}
          >
            {t('commitment.noDate')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={isPrivate ? <IconUsers size={16} /> : <IconLock size={16} />}
          onClick={() =>
            change.mutate({
              commitmentId,
              changes: { visibility: isPrivate ? 'shared' : 'private' },
            })
          }
        >
          {t(isPrivate ? 'commitment.share' : 'commitment.hide')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} />}
          onClick={() => remove.mutate({ commitmentId })}
        >
          {t('commitment.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
