import { Group, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../fields/day-input.tsx';
import { useDealSearch } from '../use-deal-search.ts';
import { changeRanges, firstDay, rangeOf } from './change-range.ts';
import classes from './changes.module.css';

/** From which day to which; usual stretches first, any two days beside them. */
export function ChangeRanges() {
  const { t } = useTranslation('deals');
  const [search, change] = useDealSearch();
  const { fromOn, toOn } = rangeOf(search);
  const chosen =
    toOn === null ? changeRanges.find((range) => firstDay(range) === fromOn) : undefined;
  return (
    <Group gap="sm" align="flex-end">
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
      <div className={classes['day']}>
        <DayInput
          size="xs"
          isLabelHidden
          label={t('changes.from')}
          value={fromOn}
          onChange={(since) => change({ since: since ?? undefined })}
        />
      </div>
      <span aria-hidden>–</span>
      <div className={classes['day']}>
        <DayInput
          size="xs"
          isLabelHidden
          label={t('changes.to')}
          value={toOn}
          onChange={(until) => change({ until: until ?? undefined })}
        />
      </div>
    </Group>
  );
}
