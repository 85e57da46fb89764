import { Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { Name } from '#renderer/components/text/name.tsx';
import { requiredField } from '#shared/contract/deal-pipelines.ts';
import type { BulkOutcome, RefusedDeal } from '#shared/contract/deals.ts';

export type BulkPreviewProps = {
  outcome: BulkOutcome;
  reason: string;
  onReason(reason: string): void;
};

const named = 5;

/** What will happen: how many change, how many are so already, which cannot and why. */
export function BulkPreview({ outcome, reason, onReason }: BulkPreviewProps) {
  const { t } = useTranslation('deals');
  const format = useFormat();
  const { changed, unchanged, refusedCount, refused } = outcome;
  const canOverride = refused.some(({ details }) => details['canOverride'] === true);
  return (
    <Stack gap={6} role="status">
      <Text size="sm">
        {t('bulk.preview', {
          changed: format.number(changed),
          unchanged: format.number(unchanged),
        })}
      </Text>
      {refusedCount > 0 && (
        <Text size="sm" c="var(--bw-risk)">
          {t('bulk.refused', { count: refusedCount })}
        </Text>
      )}
      {refused.slice(0, named).map((deal) => (
        <Text key={deal.id} size="xs" c="dimmed">
          <Name>{deal.name}</Name> · <Why deal={deal} />
        </Text>
      ))}
      {(canOverride || reason !== '') && (
        <TextInput
          label={t('bulk.override')}
          description={t('move.reasonHint')}
          maxLength={300}
          value={reason}
          onChange={({ currentTarget }) => onReason(currentTarget.value)}
        />
      )}
    </Stack>
  );
}

function Why({ deal: { code, details } }: { deal: RefusedDeal }) {
  const { t } = useTranslation('deals');
  const format = useFormat();
  if (code === 'stage_not_allowed') return t('move.notAllowed');
  const fields = requiredField.array().safeParse(details['fields']).data;
  if (fields === undefined) return t('close.needReason');
  return t('move.missing', { fields: format.list(fields.map((field) => t(`field.${field}`))) });
}
