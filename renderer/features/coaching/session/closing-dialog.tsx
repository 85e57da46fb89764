import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconAlertTriangle, IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import type { ClosingItem } from '#shared/contract/coaching-sessions.ts';
import { PlanDialog } from '../place/plan-dialog.tsx';
import classes from './session.module.css';
import { useSession } from './session-context.ts';
import { CommitmentList } from './session-review.tsx';

/** What belongs to the end of a talk; only a commitment without a date stands in the way. */
export function ClosingDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['coaching', 'common']);
  const { page, sessionId } = useSession();
  const [isPlanning, setPlanning] = useState(false);
  const complete = useMutation(
    api.coaching.completeSession.mutationOptions({ onSuccess: onClose }),
  );
  const undated = page.made.filter(
    ({ status, dueOn, isUndated }) => status === 'open' && dueOn === null && !isUndated,
  );
  const { session } = page;
  if (isPlanning) {
    return (
      <PlanDialog
        person={{ id: session.personId, name: session.personName }}
        session={null}
        on={page.suggestedNextOn}
        onClose={() => setPlanning(false)}
      />
    );
  }
  return (
    <Modal opened onClose={onClose} title={t('coaching:closing.title')} size="lg">
      <Stack>
        <ul className={classes['list']}>
          {page.checklist.map((item) => (
            <Item key={item.code} item={item} onPlan={() => setPlanning(true)} />
          ))}
        </ul>
        {undated.length > 0 && <CommitmentList commitments={undated} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('coaching:closing.back')}
          </Button>
          <Button
            data-autofocus
            disabled={!page.canComplete}
            loading={complete.isPending}
            onClick={() => complete.mutate({ sessionId })}
          >
            {t('coaching:closing.complete')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Item({ item, onPlan }: { item: ClosingItem; onPlan(): void }) {
  const { t } = useTranslation('coaching');
  const { code, isDone, isRequired, openCount } = item;
  const Icon = isDone ? IconCircleCheck : isRequired ? IconAlertTriangle : IconCircle;
  return (
    <li className={classes['check']} data-done={isDone} data-required={isRequired && !isDone}>
      <Icon size={18} aria-hidden />
      <span>
        {t(`closing.${code}`)}{' '}
        <span className={classes['dim']}>
          {isDone
            ? t('closing.done')
            : code === 'actions_dated' && t('closing.open', { count: openCount })}
        </span>
      </span>
      {code === 'next_session_set' && !isDone && (
        <Button size="compact-sm" variant="default" onClick={onPlan}>
          {t('session.plan')}
        </Button>
      )}
    </li>
  );
}
