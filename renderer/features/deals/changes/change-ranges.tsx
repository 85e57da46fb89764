import { Group, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { useDealSearch } from '../use-deal-search.ts';
import { changeRanges, firstDay, rangeOf } from './change-range.ts';

/** From which day to which; usual stretches first, any two days beside them. */
export function ChangeRanges() {
  const { t } = useTranslation('deals');
  const [search, change] = useDealSearch();
  const { fromOn, toOn } = rangeOf(search);
  const chosen =
    toOn === null ? changeRanges.find((range) => firstDay(range) === fromOn) : undefined;
  return (
    <Group gap="sm">
      <SegmentedControl
        size="xs"
        aria-label={t('changes.range')}
        value={chosen ?? ''}
        data={changeRanges.map((value) => ({ value, label: t(`changes.ranges.${value}`) }))}
        onChange={(value) => {
          const range = changeRanges.find((one) => one === value);
          if (range !== undefined) change({ since: firstDay(range), until: undefined });
        }}
      />
      <DayField
        size="xs"
        width={130}
        isLabelHidden
        isClearable={false}
        label={t('changes.from')}
        value={fromOn}
        onChange={(since) => change({ since: since ?? undefined })}
      />
      <span aria-hidden>–</span>
      <DayField
        size="xs"
        width={130}
        isLabelHidden
        label={t('changes.to')}
        placeholder={t('changes.now')}
        value={toOn}
        onChange={(until) => change({ until: until ?? undefined })}
      />
    </Group>
  );
}
