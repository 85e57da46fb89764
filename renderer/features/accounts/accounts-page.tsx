import { Button } from '@mantine/core';
import { IconBuilding, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { AccountFilters } from './account-filters.tsx';
import { AccountPane } from './account-pane.tsx';
import { isFiltered, noFilter } from './account-search.ts';
import type { AccountSlots } from './account-slots.ts';
import { AccountTable } from './account-table.tsx';
import classes from './accounts-page.module.css';
import { AddAccountDialog } from './add-account-dialog.tsx';
import { useAccountRows } from './use-account-rows.ts';
import { useAccountSearch } from './use-account-search.ts';

/** All accounts in a table, the open one beside it. */
export function AccountsPage({ slots }: { slots: AccountSlots }) {
  const { t } = useTranslation('accounts');
  const [search, change] = useAccountSearch();
  const [isAdding, setAdding] = useState(false);
  const rows = useAccountRows(search);
  useShortcuts({
    title: t('title'),
    shortcuts: [
      { keys: 'n', label: t('add'), run: () => setAdding(true) },
      { keys: 'escape', label: t('pane.close'), run: () => change({ account: undefined }) },
    ],
  });
  if (rows.totals === undefined) return null;
  const isEmpty = rows.totals.count === 0;
  return (
    <PageFrame
      title={t('title')}
      toolbar={
        <>
          <Summary {...rows.totals} />
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        </>
      }
      filters={<AccountFilters />}
      isFlush
    >
      <div className={classes['layout']} data-open={search.account !== undefined}>
        {isEmpty ? <NoAccounts onAdd={() => setAdding(true)} /> : <AccountTable {...rows} />}
        {search.account !== undefined && (
          <AccountPane key={search.account} id={search.account} slots={slots} />
        )}
      </div>
      <AddAccountDialog
        isOpen={isAdding}
        onClose={() => setAdding(false)}
        onOpen={(account) => change({ account })}
      />
    </PageFrame>
  );
}

function Summary({ count, openMinor }: { count: number; openMinor: number }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  if (count === 0) return null;
  return (
    <span className={classes['summary']}>
      {t('summary', { count, shown: format.number(count), open: openMinor })}
    </span>
  );
}

function NoAccounts({ onAdd }: { onAdd(): void }) {
  const { t } = useTranslation('accounts');
  const [search, change] = useAccountSearch();
  if (isFiltered(search)) {
    return (
      <EmptyState icon={IconBuilding} title={t('empty.filtered')} body={t('empty.filteredBody')}>
        <Button variant="default" onClick={() => change(noFilter)}>
          {t('empty.clear')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={IconBuilding} title={t('empty.title')} body={t('empty.body')}>
      <Button renderRoot={(props) => <Link to="/imports" {...props} />}>{t('empty.import')}</Button>
      <Button variant="default" onClick={onAdd}>
        {t('add')}
      </Button>
    </EmptyState>
  );
}
