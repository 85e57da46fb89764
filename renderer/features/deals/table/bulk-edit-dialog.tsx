import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { showNotice } from '#renderer/api/toasts.tsx';
import { useFormat } from '#renderer/api/use-format.ts';
import type { BulkChanges } from '#shared/contract/deals.ts';
import { type BulkField, bulkFields, firstAnswer, withoutField } from './bulk-draft.ts';
import { BulkFieldRow } from './bulk-field.tsx';
import { BulkPreview } from './bulk-preview.tsx';
import type { Selection } from './use-selection.ts';

/** Changes many deals in one step; how many, and which of them cannot, is said beforehand. */
export function BulkEditDialog({ selection, onClose }: { selection: Selection; onClose(): void }) {
  const { t } = useTranslation(['deals', 'common']);
  const format = useFormat();
  const [fields, setFields] = useState<BulkField[]>([]);
  const [changes, setChanges] = useState<BulkChanges>({});
  const [asked] = useDebouncedValue(changes, 200);
  const isAnswered = Object.keys(changes).length > 0;
  const preview = useQuery({
    ...api.deals.previewBulkEdit.queryOptions({
      input: { selection: selection.selection, changes: asked },
    }),
    enabled: isAnswered,
    placeholderData: keepPreviousData,
    throwOnError: false,
    meta: { isPart: true },
  });
  const apply = useMutation(
    api.deals.bulkEdit.mutationOptions({
      onSuccess: ({ refusedCount }) => {
        if (refusedCount > 0) showNotice(t('deals:bulk.refusedNotice', { count: refusedCount }));
        selection.clear();
        onClose();
      },
    }),
  );
  const add = (field: BulkField) => {
    setFields([...fields, field]);
    setChanges({ ...changes, ...firstAnswer(field) });
  };
  const remove = (field: BulkField) => {
    setFields(fields.filter((other) => other !== field));
    setChanges(withoutField(changes, field));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    apply.mutate({ selection: selection.selection, changes });
  };
  const count = preview.data?.changed ?? 0;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('deals:bulk.heading', {
        count: selection.count,
        shown: format.number(selection.count),
      })}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          {fields.map((field) => (
            <BulkFieldRow
              key={field}
              field={field}
              changes={changes}
              onChange={(more) => setChanges({ ...changes, ...more })}
              onRemove={() => remove(field)}
            />
          ))}
          <Select
            data-autofocus
            searchable
            aria-label={t('deals:bulk.add')}
            placeholder={t('deals:bulk.add')}
            value={null}
            data={bulkFields
              .filter((field) => !fields.includes(field))
              .map((value) => ({ value, label: t(`deals:bulk.field.${value}`) }))}
            onChange={(field) => {
              const known = bulkFields.find((one) => one === field);
              if (known !== undefined) add(known);
            }}
          />
          {isAnswered && preview.data !== undefined && (
            <BulkPreview
              outcome={preview.data}
              reason={changes.overrideReason ?? ''}
              onReason={(overrideReason) => setChanges(withReason(changes, overrideReason))}
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={!isAnswered || count === 0} loading={apply.isPending}>
              {t('deals:bulk.apply', { count, shown: format.number(count) })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function withReason(
  { overrideReason: _before, ...changes }: BulkChanges,
  reason: string,
): BulkChanges {
  return reason.trim() === '' ? changes : { ...changes, overrideReason: reason };
}
