import { Autocomplete, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { AmountInput } from '#renderer/components/fields/amount-input.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import type { RequiredField } from '#shared/contract/deal-pipelines.ts';
import type { DealFacts } from '#shared/contract/deal-records.ts';
import { AccountPicker } from './account-picker.tsx';
import { PersonPicker } from './person-picker.tsx';
import { ProductPicker } from './product-picker.tsx';

/** Facts of a deal while they are being answered. */
export type DealDraft = { [Key in keyof DealFacts]?: DealFacts[Key] };

export type DealFieldProps = {
  field: RequiredField;
  draft: DealDraft;
  onChange(changes: DealDraft): void;
};

/** The question for one fact of a deal, in forms and at the drop. */
export function DealField({ field, draft, onChange }: DealFieldProps) {
  const { t } = useTranslation('deals');
  const label = t(`field.${field}`);
  switch (field) {
    case 'account':
      return (
        <AccountPicker
          label={label}
          value={draft.accountId ?? null}
          onChange={(accountId) => onChange({ accountId })}
        />
      );
    case 'owner':
      return (
        <PersonPicker
          label={label}
          value={draft.ownerId ?? null}
          onChange={(ownerId) => onChange({ ownerId })}
        />
      );
    case 'product':
      return (
        <ProductPicker
          label={label}
          value={draft.productId ?? null}
          onChange={(productId) => onChange({ productId })}
        />
      );
    case 'amount':
      return (
        <AmountInput
          isLive
          size="sm"
          label={label}
          saved={draft.amountMinor ?? null}
          onCommit={(amountMinor) => onChange({ amountMinor: amountMinor ?? 0 })}
        />
      );
    case 'expectedClose':
      return (
        <DayField
          label={label}
          value={draft.expectedCloseOn ?? null}
          onChange={(expectedCloseOn) => onChange({ expectedCloseOn })}
        />
      );
    case 'nextStepOn':
      return (
        <DayField
          label={label}
          value={draft.nextStepOn ?? null}
          onChange={(nextStepOn) => onChange({ nextStepOn })}
        />
      );
    case 'nextStep':
      return (
        <TextInput
          label={label}
          maxLength={300}
          value={draft.nextStep ?? ''}
          onChange={({ currentTarget }) => onChange({ nextStep: currentTarget.value })}
        />
      );
    case 'source':
      return (
        <SourceInput
          label={label}
          value={draft.source ?? ''}
          onChange={(source) => onChange({ source })}
        />
      );
  }
}

type SourceInputProps = { label: string; value: string; onChange(source: string): void };

/** Free text, with what has been typed before. */
function SourceInput({ label, value, onChange }: SourceInputProps) {
  const choices = useQuery(api.deals.listChoices.queryOptions());
  return (
    <Autocomplete
      label={label}
      maxLength={300}
      value={value}
      data={choices.data?.sources ?? []}
      onChange={onChange}
    />
  );
}
