import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { isGone, throwUnlessGone } from '#renderer/api/failure.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { CommittedInput } from '#renderer/components/form/committed-input.tsx';
import { PaneSection } from '#renderer/components/pane-section.tsx';
import { LongText } from '#renderer/components/text/long-text.tsx';
import type { Account } from '#shared/contract/accounts.ts';
import { AccountDeals } from './account-deals.tsx';
import { AccountFacts } from './account-facts.tsx';
import { AccountFigures } from './account-figures.tsx';
import { AccountChildren, AccountParents } from './account-group.tsx';
import { AccountHistory } from './account-history.tsx';
import classes from './account-pane.module.css';
import type { AccountSlots } from './account-slots.ts';
import { localDay } from './local-day.ts';
import { useAccountSearch } from './use-account-search.ts';
import { useChangeAccount } from './use-change-account.ts';

/** One account, beside the list. */
export function AccountPane({ id, slots }: { id: string; slots: AccountSlots }) {
  const { t } = useTranslation('accounts');
  const { data: account, error } = useQuery({
    ...api.accounts.getAccount.queryOptions({ input: { id } }),
    throwOnError: throwUnlessGone,
    meta: { isGoneShown: true },
  });
  if (account === undefined || isGone(error)) {
    return (
      <aside className={classes['root']} aria-label={t('pane.label')}>
        {isGone(error) && <Gone />}
      </aside>
    );
  }
  return (
    <aside className={classes['root']} aria-label={t('pane.label')}>
      <Head account={account} />
      <AccountFigures account={account} />
      <PaneSection title={t('section.deals')}>
        <AccountDeals account={account} slots={slots} />
      </PaneSection>
      <PaneSection title={t('section.timeline')}>{slots.timeline(id)}</PaneSection>
      <PaneSection title={t('section.risks')}>{slots.risks(id)}</PaneSection>
      <PaneSection title={t('section.note')}>
        <LongText
          table="account"
          id={id}
          field="note"
          label={t('field.note')}
          isLabelHidden
          placeholder={t('notePlaceholder')}
          saved={account.note}
        />
      </PaneSection>
      {account.children.length > 0 && (
        <PaneSection title={t('section.group')}>
          <AccountChildren account={account} />
        </PaneSection>
      )}
      <PaneSection title={t('section.facts')}>
        <AccountFacts account={account} />
      </PaneSection>
      <PaneSection title={t('section.history')}>
        <AccountHistory account={account} />
      </PaneSection>
      <Remove id={id} />
    </aside>
  );
}

function Head({ account }: { account: Account }) {
  const { t } = useTranslation('accounts');
  const [, show] = useAccountSearch();
  const change = useChangeAccount(account);
  return (
    <header className={classes['head']}>
      <AccountParents account={account} />
      <div className={classes['headRow']}>
        <CommittedInput
          className={classes['name'] ?? ''}
          variant="unstyled"
          aria-label={t('field.name')}
          maxLength={300}
          saved={account.name}
          isNeeded
          onCommit={(name) => change({ name })}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('pane.close')}
          onClick={() => show({ account: undefined })}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </div>
      <Glance account={account} />
    </header>
  );
}

/** What it is and who looks after it, in a line. */
function Glance({ account }: { account: Account }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { level, industry, region, owner, lastActivityAt } = account;
  const facts = [
    level === null ? '' : t(`level.${level}`),
    industry,
    region,
    owner?.name ?? '',
    lastActivityAt === null
      ? t('noActivity')
      : t('lastActivity', { at: format.date(localDay(lastActivityAt)) }),
  ];
  return <p className={classes['dim']}>{facts.filter((fact) => fact !== '').join(' · ')}</p>;
}

/** It was deleted meanwhile; undo brings it back here. */
function Gone() {
  const { t } = useTranslation('accounts');
  const [, show] = useAccountSearch();
  return (
    <EmptyState title={t('pane.gone')} body={t('pane.goneBody')}>
      <Button variant="default" onClick={() => show({ account: undefined })}>
        {t('pane.close')}
      </Button>
    </EmptyState>
  );
}

function Remove({ id }: { id: string }) {
  const { t } = useTranslation('accounts');
  const [, show] = useAccountSearch();
  const remove = useMutation(
    api.accounts.removeAccount.mutationOptions({ onSuccess: () => show({ account: undefined }) }),
  );
  return (
    <Button mt="md" variant="subtle" color="red" onClick={() => remove.mutate({ id })}>
      {t('delete')}
    </Button>
  );
}
