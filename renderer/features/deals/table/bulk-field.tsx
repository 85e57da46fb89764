import { ActionIcon, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { forecastCategory } from '#shared/contract/deal-filter.ts';
import type { RequiredField } from '#shared/contract/deal-pipelines.ts';
import { lossReason } from '#shared/contract/deal-records.ts';
import type { BulkChanges } from '#shared/contract/deals.ts';
import { DealField } from '../fields/deal-field.tsx';
import { useStages } from '../use-stages.ts';
import type { BulkField } from './bulk-draft.ts';
import classes from './deal-table.module.css';

export type BulkFieldProps = {
  field: BulkField;
  changes: BulkChanges;
  onChange(changes: BulkChanges): void;
};

/** One field to change and what it becomes. */
export function BulkFieldRow({ onRemove, ...props }: BulkFieldProps & { onRemove(): void }) {
  const { t } = useTranslation('deals');
  const name = t(`bulk.field.${props.field}`);
  return (
    <Group align="flex-end" wrap="nowrap" gap="xs">
      <div className={classes['table']}>
        <Answer {...props} />
      </div>
      <ActionIcon
        size={36}
        variant="subtle"
        color="gray"
        aria-label={t('bulk.remove', { field: name })}
        onClick={onRemove}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

const asDealField: Partial<Record<BulkField, RequiredField>> = {
  owner: 'owner',
  account: 'account',
  product: 'product',
  amount: 'amount',
  expectedClose: 'expectedClose',
  nextStep: 'nextStep',
  nextStepOn: 'nextStepOn',
  source: 'source',
};

function Answer(props: BulkFieldProps) {
  const { t } = useTranslation('deals');
  const { field, changes, onChange } = props;
  const dealField = asDealField[field];
  if (dealField !== undefined) {
    return <DealField field={dealField} draft={draftOf(changes)} onChange={onChange} />;
  }
  switch (field) {
    case 'stage':
      return <StageAnswer {...props} />;
    case 'shiftClose':
      return (
        <NumberInput
          label={t('bulk.field.shiftClose')}
          description={t('bulk.shiftHint')}
          allowDecimal={false}
          min={-3660}
          max={3660}
          value={changes.shiftCloseDays ?? ''}
          onChange={(days) => typeof days === 'number' && onChange({ shiftCloseDays: days })}
        />
      );
    case 'category':
      return (
        <Select
          label={t('field.category')}
          value={changes.forecastCategory ?? null}
          data={forecastCategory.options.map((value) => ({
            value,
            label: t(`category.${value}`),
          }))}
          onChange={(value) => onChange({ forecastCategory: forecastCategory.parse(value) })}
        />
      );
    default:
      return <Text size="sm">{t('bulk.followStageHint')}</Text>;
  }
}

/** The answers as a deal's facts; what a bulk edit leaves out is absent there too. */
function draftOf(changes: BulkChanges) {
  const { stageId, shiftCloseDays, closing, overrideReason, ...facts } = changes;
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function StageAnswer({ changes, onChange }: BulkFieldProps) {
  const { t } = useTranslation('deals');
  const { all, find } = useStages();
  const type = find(changes.stageId ?? '')?.type;
  const closing = changes.closing ?? {};
  return (
    <Stack gap="xs">
      <Select
        label={t('field.stage')}
        value={changes.stageId ?? null}
        data={all.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(stageId) => stageId !== null && onChange({ stageId })}
      />
      {type === 'lost' && (
        <Select
          label={t('field.lossReason')}
          value={closing.lossReason ?? null}
          data={lossReason.options.map((value) => ({ value, label: t(`lossReason.${value}`) }))}
          onChange={(reason) =>
            reason !== null && onChange({ closing: { ...closing, lossReason: reason } })
          }
        />
      )}
      {(type === 'lost' || type === 'won') && (
        <DayField
          isClearable={false}
          label={t('field.closedOn')}
          value={closing.closedOn ?? null}
          onChange={(closedOn) =>
            closedOn !== null && onChange({ closing: { ...closing, closedOn } })
          }
        />
      )}
    </Stack>
  );
}
