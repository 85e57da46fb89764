import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { Figure } from '#renderer/components/figure.tsx';
import type { Account } from '#shared/contract/accounts.ts';
import type { DealStatus } from '#shared/contract/deal-filter.ts';
import classes from './account-pane.module.css';
import { useAsOf } from './use-linked-risks.ts';

/** What is open, what it weighs, what was won, and how often. */
export function AccountFigures({ account }: { account: Account }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const asOf = useAsOf(account.id);
  const openDeals = useOpenDeals([account.id]);
  const { open, won, lost } = account.own;
  const closed = won.count + lost.count;
  const rate = closed === 0 ? null : format.percent(won.count / closed);
  if (asOf === null) return <div className={classes['figures']} />;
  return (
    <div className={classes['figures']}>
      <Figure
        label={t('figure.open')}
        value={format.moneyShort(open.sumMinor)}
        formula={t('figure.openFormula')}
        count={open.count}
        asOf={asOf}
        onOpenRows={openDeals(['open'])}
      />
      <Figure
        label={t('figure.weighted')}
        value={format.moneyShort(open.weightedMinor)}
        formula={t('figure.weightedFormula')}
        count={open.count}
        asOf={asOf}
        onOpenRows={openDeals(['open'])}
      />
      <Figure
        label={t('figure.won')}
        value={format.moneyShort(won.sumMinor)}
        formula={t('figure.wonFormula')}
        count={won.count}
        asOf={asOf}
        onOpenRows={openDeals(['won'])}
      />
      <Figure
        label={t('figure.winRate')}
        value={rate}
        formula={t('figure.winRateFormula')}
        count={closed}
        asOf={asOf}
        onOpenRows={openDeals(['won', 'lost'])}
      />
      {account.children.length > 0 && <GroupFigures account={account} asOf={asOf} />}
    </div>
  );
}

function GroupFigures({ account, asOf }: { account: Account; asOf: string }) {
  const { group } = account;
  const { t } = useTranslation('accounts');
  const openDeals = useOpenDeals(account.groupIds);
  const format = useFormat();
  return (
    <>
      <Figure
        label={t('figure.groupOpen')}
        value={format.moneyShort(group.open.sumMinor)}
        formula={t('figure.groupOpenFormula')}
        count={group.open.count}
        asOf={asOf}
        onOpenRows={openDeals(['open'])}
      />
      <Figure
        label={t('figure.groupWon')}
        value={format.moneyShort(group.won.sumMinor)}
        formula={t('figure.groupWonFormula')}
        count={group.won.count}
        asOf={asOf}
        onOpenRows={openDeals(['won'])}
      />
    </>
  );
}

/** Opens the deals behind a figure in the table of deals. */
function useOpenDeals(accountIds: string[]) {
  const navigate = useNavigate();
  return (statuses: DealStatus[]) => () => {
    void navigate({ to: '/deals', search: { view: 'table', filter: { statuses, accountIds } } });
  };
}
