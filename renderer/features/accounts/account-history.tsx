import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { type HistoryField, HistoryPanel } from '#renderer/components/history/history-panel.tsx';
import { type Account, accountLevel } from '#shared/contract/accounts.ts';

/** Every change of the account's facts, in the words of its form. */
export function AccountHistory({ account }: { account: Account }) {
  return <HistoryPanel table="account" id={account.id} fields={useHistoryFields(account)} />;
}

function useHistoryFields(account: Account): Record<string, HistoryField> {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { currency } = useSettings();
  const people = useQuery(api.people.listPeople.queryOptions({ input: { includeLeft: true } }));
  const nameIn = (list: readonly { id: string; name: string }[], other: string) => ({
    show: (value: unknown) => list.find(({ id }) => id === value)?.name ?? other,
  });
  return {
    name: { label: t('field.name') },
    parent_id: { label: t('field.parent'), ...nameIn(account.parents, t('otherAccount')) },
    owner_id: { label: t('field.owner'), ...nameIn(people.data ?? [], '…') },
    industry: { label: t('field.industry') },
    region: { label: t('field.region') },
    level: {
      label: t('field.level'),
      show: (value) => t(`level.${accountLevel.parse(value)}`),
    },
    employees: { label: t('field.employees'), show: (value) => format.number(Number(value)) },
    annual_revenue_minor: {
      label: t('field.annualRevenue', { currency }),
      show: (value) => format.money(Number(value)),
    },
    founded_year: { label: t('field.foundedYear') },
    website: { label: t('field.website') },
    phone: { label: t('field.phone') },
  };
}
