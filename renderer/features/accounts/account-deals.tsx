import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { useNearDay } from '#renderer/api/use-moment.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import type { Account } from '#shared/contract/accounts.ts';
import type { DealTotals } from '#shared/contract/deal-filter.ts';
import type { DealSummary } from '#shared/contract/deal-records.ts';
import classes from './account-pane.module.css';
import type { AccountSlots } from './account-slots.ts';

type Props = { account: Account; slots: AccountSlots };

/** Open deals by close date, then won and lost ones, each with their sum. */
export function AccountDeals({ account, slots }: Props) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { open, won, lost } = account.own;
  const count = open.count + won.count + lost.count;
  const hidden = count - account.deals.length;
  if (count === 0) return <p className={classes['dim']}>{t('deals.none')}</p>;
  return (
    <>
      {(['open', 'won', 'lost'] as const).map((status) => (
        <Group key={status} status={status} totals={account.own[status]} {...{ account, slots }} />
      ))}
      {hidden > 0 && (
        <Link
          className={classes['dim'] ?? ''}
          to="/deals"
          search={{ view: 'table', filter: { accountIds: [account.id] } }}
        >
          {t('deals.more', { count: hidden, shown: format.number(hidden) })}
        </Link>
      )}
    </>
  );
}

/** Closed deals shown before all are asked for. */
const firstClosed = 3;

type GroupProps = Props & { status: 'open' | 'won' | 'lost'; totals: DealTotals };

function Group({ account, slots, status, totals }: GroupProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const stageName = useStageNames();
  const [isWhole, setWhole] = useState(status === 'open');
  if (totals.count === 0) return null;
  const deals = account.deals.filter((deal) => deal.status === status);
  const shown = isWhole ? deals : deals.slice(0, firstClosed);
  return (
    <>
      <h3 className={classes['heading']}>
        {t(`deals.${status}`, {
          count: totals.count,
          shown: format.number(totals.count),
          sum: totals.sumMinor,
        })}
      </h3>
      <ul className={classes['lines']}>
        {shown.map((deal) => (
          <li key={deal.id} className={classes['deal']}>
            <span className={classes['text']}>{slots.record('deal', deal.id, deal.name)}</span>
            <Health deal={deal} />
            <span className={classes['dim']}>
              {status === 'open' ? stageName(deal.stageId) : ''}
            </span>
            <CloseDate deal={deal} />
            <span className={classes['amount']}>{format.moneyShort(deal.amountMinor)}</span>
          </li>
        ))}
      </ul>
      {shown.length < deals.length && (
        <Button size="compact-xs" variant="subtle" onClick={() => setWhole(true)}>
          {t('deals.showAll', { count: deals.length, shown: format.number(deals.length) })}
        </Button>
      )}
    </>
  );
}

function Health({ deal: { health } }: { deal: DealSummary }) {
  const { t } = useTranslation(['accounts', 'deals']);
  if (health === null || health.level === 'fine') return <span />;
  return (
    <span className={classes['mark']} data-level={health.level}>
      {t(`deals:health.level.${health.level}`)}
    </span>
  );
}

function CloseDate({ deal }: { deal: DealSummary }) {
  const { t } = useTranslation('accounts');
  const near = useNearDay();
  const on = deal.status === 'open' ? deal.expectedCloseOn : deal.closedOn;
  const text =
    on === null
      ? t('deals.noDate')
      : t(deal.status === 'open' ? 'deals.closes' : 'deals.closed', { on: near.day(on) });
  return <span className={classes['dim']}>{text}</span>;
}

function useStageNames(): (stageId: string) => string {
  const { language } = useSettings();
  const pipelines = useQuery(api.deals.listPipelines.queryOptions());
  const stages = (pipelines.data ?? []).flatMap((pipeline) => pipeline.stages);
  const names = new Map(
    stages.map(({ id, nameZh, nameEn }) => [id, language === 'en' ? nameEn : nameZh]),
  );
  return (stageId) => names.get(stageId) ?? '';
}
