import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { Account } from '#shared/contract/accounts.ts';
import type { RecordLink } from '#shared/contract/deal-records.ts';
import classes from './account-pane.module.css';
import { useAccountSearch } from './use-account-search.ts';

/** The companies above, from the topmost down. */
export function AccountParents({ account }: { account: Account }) {
  const { t } = useTranslation('accounts');
  if (account.parents.length === 0) return null;
  return (
    <nav className={classes['parents']} aria-label={t('field.parent')}>
      {account.parents.map((parent) => (
        <span key={parent.id}>
          <AccountLink account={parent} /> ›
        </span>
      ))}
    </nav>
  );
}

export function AccountChildren({ account }: { account: Account }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  return (
    <ul className={classes['lines']}>
      {account.children.map((child) => (
        <li key={child.id} className={classes['line']}>
          <span className={classes['text']}>
            <AccountLink account={child} />
          </span>
          <span className={classes['dim']}>
            {t('deals.open', {
              count: child.openCount,
              shown: format.number(child.openCount),
              sum: child.openMinor,
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function AccountLink({ account: { id, name } }: { account: RecordLink }) {
  const [search] = useAccountSearch();
  return (
    <Anchor
      inherit
      title={name}
      renderRoot={(props) => <Link to="/accounts" search={{ ...search, account: id }} {...props} />}
    >
      <Name>{name}</Name>
    </Anchor>
  );
}
