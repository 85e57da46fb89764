import { Group, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '#renderer/components/fields/amount-input.tsx';
import { closedWithin, closePeriod, dealFilter } from '#shared/contract/deal-filter.ts';
import { useLocalName } from '../stages/use-pipelines.ts';
import { useDealFilter } from '../use-deal-search.ts';
import { useStages } from '../use-stages.ts';
import { type FilterKind, isListKind, type ListKind, listKinds } from './filter-kinds.ts';
import { TickList } from './tick-list.tsx';
import { useFilterOptions } from './use-filter-options.ts';

/** The answer to one kind of filter. */
export function FilterEditor({ kind }: { kind: FilterKind }) {
  if (isListKind(kind)) return <ListEditor kind={kind} />;
  if (kind === 'close') return <CloseEditor />;
  if (kind === 'closed') return <ClosedEditor />;
  return kind === 'amount' ? <AmountEditor /> : <PipelineEditor />;
}

const longLists: readonly ListKind[] = ['owners', 'accounts', 'products', 'stages', 'teams'];

function ListEditor({ kind }: { kind: ListKind }) {
  const { t } = useTranslation('deals');
  const [filter, change] = useDealFilter();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 150);
  const chosen = filter[listKinds[kind]] ?? [];
  const options = useFilterOptions(kind, { text: asked, chosen });
  return (
    <TickList
      label={t(`filter.${kind}`)}
      options={options}
      chosen={chosen}
      onChange={(ticked) => change(dealFilter.parse({ [listKinds[kind]]: ticked }))}
      {...(longLists.includes(kind) ? { search: { text, onChange: setText } } : {})}
    />
  );
}

function CloseEditor() {
  const { t } = useTranslation('deals');
  const [filter, change] = useDealFilter();
  return (
    <Stack gap={8}>
      <Radio.Group
        aria-label={t('filter.close')}
        value={filter.closePeriod ?? ''}
        onChange={(value) => change({ closePeriod: closePeriod.parse(value) })}
      >
        <Stack gap={6}>
          {closePeriod.options.map((value) => (
            <Radio key={value} size="xs" value={value} label={t(`period.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {filter.closePeriod === 'custom' && (
        <Group gap={6} wrap="nowrap">
          <DayInput field="closeFrom" />
          <DayInput field="closeTo" />
        </Group>
      )}
    </Stack>
  );
}

function DayInput({ field }: { field: 'closeFrom' | 'closeTo' }) {
  const { t } = useTranslation('deals');
  const [filter, change] = useDealFilter();
  return (
    <TextInput
      size="xs"
      type="date"
      label={t(`filter.${field}`)}
      value={filter[field] ?? ''}
      onChange={({ currentTarget }) => {
        const parsed = dealFilter.shape[field].safeParse(currentTarget.value || undefined);
        if (parsed.success) change({ [field]: parsed.data });
      }}
    />
  );
}

function ClosedEditor() {
  const { t } = useTranslation('deals');
  const [filter, change] = useDealFilter();
  return (
    <Radio.Group
      aria-label={t('filter.closed')}
      value={filter.closedWithin ?? 'ever'}
      onChange={(value) => change({ closedWithin: closedWithin.parse(value) })}
    >
      <Stack gap={6}>
        {closedWithin.options.map((value) => (
          <Radio key={value} size="xs" value={value} label={t(`closedWithin.${value}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function AmountEditor() {
  const { t } = useTranslation('deals');
  const [filter, change] = useDealFilter();
  return (
    <Group gap={6} wrap="nowrap">
      <AmountInput
        label={t('filter.amountFrom')}
        saved={filter.amountFrom ?? null}
        onCommit={(amountFrom) => change({ amountFrom: amountFrom ?? undefined })}
      />
      <AmountInput
        label={t('filter.amountTo')}
        saved={filter.amountTo ?? null}
        onCommit={(amountTo) => change({ amountTo: amountTo ?? undefined })}
      />
    </Group>
  );
}

function PipelineEditor() {
  const { t } = useTranslation('deals');
  const [filter, change] = useDealFilter();
  const { pipelines } = useStages();
  const localName = useLocalName();
  return (
    <Select
      size="xs"
      aria-label={t('filter.pipeline')}
      placeholder={t('filter.allPipelines')}
      clearable
      allowDeselect
      comboboxProps={{ withinPortal: false }}
      value={filter.pipelineId ?? null}
      data={pipelines.map((pipeline) => ({ value: pipeline.id, label: localName(pipeline) }))}
      onChange={(pipelineId) => change({ pipelineId: pipelineId ?? undefined })}
    />
  );
}
