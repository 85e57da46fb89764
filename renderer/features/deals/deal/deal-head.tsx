import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { CommittedInput } from '#renderer/components/form/committed-input.tsx';
import type { Deal } from '#shared/contract/deal-records.ts';
import { useDealSlots } from '../deal-slots.tsx';
import classes from './deal.module.css';
import { StagePath } from './stage-path.tsx';
import { useEditDeal } from './use-deal.ts';

/** What it is, what it is worth, and where it stands on its way. */
export function DealHead({ deal, isOnPage = false }: { deal: Deal; isOnPage?: boolean }) {
  const { t } = useTranslation('deals');
  const edit = useEditDeal(deal);
  return (
    <header className={classes['head']}>
      {!isOnPage && (
        <CommittedInput
          key={deal.id}
          className={classes['name'] ?? ''}
          variant="unstyled"
          aria-label={t('field.name')}
          maxLength={300}
          isNeeded
          saved={deal.name}
          onCommit={(name) => edit({ name })}
        />
      )}
      <Glance deal={deal} />
      <StagePath deal={deal} />
    </header>
  );
}

/** The line a manager reads first: money, weight, day, whose. */
function Glance({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const format = useFormat();
  const { record } = useDealSlots();
  const { account, owner, closedOn, expectedCloseOn, pushCount } = deal;
  const closes = closedOn ?? expectedCloseOn;
  return (
    <p className={classes['glance']}>
      <strong>{format.money(deal.amountMinor)}</strong>
      {deal.status === 'open' && <span>{t('deal.weighted', { amount: deal.weightedMinor })}</span>}
      {closes !== null && (
        <span>
          {t(deal.status === 'open' ? 'deal.closesOn' : 'deal.closedOn', { on: closes })}
          {pushCount > 0 && (
            <span className={classes['pushes']}> {t('deal.pushes', { count: pushCount })}</span>
          )}
        </span>
      )}
      {account !== null && <span>{record('account', account.id, account.name)}</span>}
      {owner !== null && <span>{record('person', owner.id, owner.name)}</span>}
    </p>
  );
}
