import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import type { Party } from '#shared/contract/coaching-fields.ts';
import { useSession } from '../session/session-context.ts';
import classes from './grow.module.css';
import { GrowSection, type GrowSectionProps } from './grow-section.tsx';
import { OptionCard } from './option-card.tsx';

type Props = Pick<GrowSectionProps, 'onFocus'>;

/** Ways forward as cards; judging starts with three, so that the first does not win by default. */
export function OptionsSection({ onFocus }: Props) {
  const { t } = useTranslation('coaching');
  const { page, sessionId } = useSession();
  const add = useMutation(
    api.coaching.addOption.mutationOptions({ onSuccess: ({ id }) => focusLater(id) }),
  );
  const button = (proposedBy: Party) => (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => add.mutate({ sessionId, proposedBy })}
    >
      {t(`options.add.${proposedBy}`)}
    </Button>
  );
  return (
    <GrowSection step="options" onFocus={onFocus}>
      <p className={classes['hint']}>{t(page.canScore ? 'options.scoreHint' : 'options.hint')}</p>
      <ul className={classes['cards']}>
        {page.options.map((option, at) => (
          <OptionCard key={option.id} option={option} place={at + 1} />
        ))}
      </ul>
      {!page.isLocked && (
        <Group gap="xs">
          {button('rep')}
          {button('manager')}
        </Group>
      )}
    </GrowSection>
  );
}

/** The new card's text is where one goes on typing. */
function focusLater(id: string): void {
  setTimeout(
    () => document.getElementById(`option-${id}`)?.querySelector('textarea')?.focus(),
    150,
  );
}
