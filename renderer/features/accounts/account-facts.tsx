import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { CommittedInput } from '#renderer/components/form/committed-input.tsx';
import { OptionalNumber } from '#renderer/components/form/optional-number.tsx';
import { type Account, accountLevel } from '#shared/contract/accounts.ts';
import { minorDigits } from '#shared/domain/money/currency.ts';
import classes from './account-pane.module.css';
import { ParentPicker } from './parent-picker.tsx';
import { useChangeAccount } from './use-change-account.ts';

type Props = { account: Account };

/** What is known about the company, each fact saved as it is left. */
export function AccountFacts({ account }: Props) {
  const { t } = useTranslation('accounts');
  const change = useChangeAccount(account);
  return (
    <div className={classes['facts']}>
      <Owner account={account} />
      <Select
        size="xs"
        clearable
        label={t('field.level')}
        value={account.level}
        data={accountLevel.options.map((value) => ({ value, label: t(`level.${value}`) }))}
        onChange={(level) => change({ level: accountLevel.nullable().parse(level) })}
      />
      <Listed account={account} name="industry" />
      <Listed account={account} name="region" />
      <ParentPicker account={account} />
      <Money account={account} />
      <Whole account={account} name="employees" min={0} max={100_000_000} />
      <Whole account={account} name="foundedYear" min={1000} max={9999} />
      {(['website', 'phone'] as const).map((name) => (
        <CommittedInput
          key={name}
          size="xs"
          label={t(`field.${name}`)}
          maxLength={300}
          saved={account[name]}
          onCommit={(value) => change({ [name]: value })}
        />
      ))}
    </div>
  );
}

function Owner({ account }: Props) {
  const { t } = useTranslation('accounts');
  const change = useChangeAccount(account);
  const people = useQuery(api.people.listPeople.queryOptions({ input: {} }));
  const team = (people.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const { owner } = account;
  const isListed = owner === null || team.some(({ value }) => value === owner.id);
  return (
    <Select
      size="xs"
      searchable
      clearable
      label={t('field.owner')}
      value={owner?.id ?? null}
      data={isListed ? team : [...team, { value: owner.id, label: owner.name }]}
      onChange={(ownerId) => change({ ownerId })}
    />
  );
}

/** Free text that offers what other accounts have. */
function Listed({ account, name }: Props & { name: 'industry' | 'region' }) {
  const { t } = useTranslation('accounts');
  const change = useChangeAccount(account);
  const listId = useId();
  const choices = useQuery(api.accounts.listChoices.queryOptions());
  const known = name === 'industry' ? choices.data?.industries : choices.data?.regions;
  return (
    <>
      <CommittedInput
        size="xs"
        label={t(`field.${name}`)}
        maxLength={300}
        list={listId}
        saved={account[name]}
        onCommit={(value) => change({ [name]: value })}
      />
      <datalist id={listId}>
        {(known ?? []).map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </>
  );
}

type WholeProps = Props & { name: 'employees' | 'foundedYear'; min: number; max: number };

function Whole({ account, name, min, max }: WholeProps) {
  const { t } = useTranslation('accounts');
  const change = useChangeAccount(account);
  return (
    <OptionalNumber
      size="xs"
      label={t(`field.${name}`)}
      min={min}
      max={max}
      allowDecimal={false}
      thousandSeparator={name === 'employees' ? ',' : ''}
      saved={account[name]}
      onCommit={(value) => change({ [name]: value })}
    />
  );
}

function Money({ account }: Props) {
  const { t } = useTranslation('accounts');
  const { currency } = useSettings();
  const change = useChangeAccount(account);
  const digits = minorDigits(currency);
  const unit = 10 ** digits;
  const { annualRevenueMinor: saved } = account;
  return (
    <OptionalNumber
      size="xs"
      label={t('field.annualRevenue', { currency })}
      min={0}
      max={1e15 / unit}
      decimalScale={digits}
      thousandSeparator=","
      saved={saved === null ? null : saved / unit}
      onCommit={(value) =>
        change({ annualRevenueMinor: value === null ? null : Math.round(value * unit) })
      }
    />
  );
}
