import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconBeach,
  IconDoorExit,
  IconDots,
  IconEdit,
  IconFileText,
  IconPlayerPlay,
  IconRotate,
  IconTrash,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import type { PersonPage } from '#shared/contract/people.ts';
import type { PersonDialogName } from './person-page.tsx';

export type PersonActionsProps = {
  page: PersonPage;
  onPrepare(): void;
  onOpen(dialog: PersonDialogName): void;
};

/** When the next one-on-one is, the way to its brief, and what else can be done. */
export function PersonActions({ page, onPrepare, onOpen }: PersonActionsProps) {
  const { t } = useTranslation('people');
  const { coaching, person } = page;
  return (
    <>
      {coaching !== null && (
        <>
          <Button
            variant="default"
            leftSection={<IconFileText size={16} aria-hidden />}
            onClick={onPrepare}
          >
            {t('openBrief')}
          </Button>
          <StartButton page={page} />
        </>
      )}
      <PersonMenu personId={person.id} page={page} onOpen={onOpen} />
    </>
  );
}

function StartButton({ page }: { page: PersonPage }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const start = useMutation(
    api.coaching.startSession.mutationOptions({
      onSuccess: ({ id }) =>
        navigate({ to: '/coaching/sessions/$sessionId', params: { sessionId: id } }),
    }),
  );
  const { coaching, person } = page;
  const sessionId = coaching?.next?.id ?? null;
  return (
    <Button
      leftSection={<IconPlayerPlay size={16} aria-hidden />}
      loading={start.isPending}
      onClick={() => start.mutate({ personId: person.id, sessionId })}
    >
      {coaching?.running == null ? t('startSession') : t('continueSession')}
    </Button>
  );
}

type PersonMenuProps = { personId: string; page: PersonPage } & Pick<PersonActionsProps, 'onOpen'>;

function PersonMenu({ personId, page, onOpen }: PersonMenuProps) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const giveBack = useMutation(api.people.recordReturn.mutationOptions());
  const remove = useMutation(
    api.people.removePerson.mutationOptions({
      onSuccess: () => navigate({ to: '/team', search: {} }),
    }),
  );
  const hasLeft = page.person.leftOn !== null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('more')}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconEdit size={16} />} onClick={() => onOpen('edit')}>
          {t('edit')}
        </Menu.Item>
        <Menu.Item leftSection={<IconBeach size={16} />} onClick={() => onOpen('leave')}>
          {t('leave.title')}
        </Menu.Item>
        {hasLeft ? (
          <Menu.Item
            leftSection={<IconRotate size={16} />}
            onClick={() => giveBack.mutate({ personId })}
          >
            {t('return')}
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconDoorExit size={16} />} onClick={() => onOpen('leaving')}>
            {t('leaving.title')}
          </Menu.Item>
        )}
        {page.canRemove && (
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} />}
            onClick={() => remove.mutate({ personId })}
          >
            {t('remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
