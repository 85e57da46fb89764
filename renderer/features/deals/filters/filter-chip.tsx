import { ActionIcon, Button, Popover } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDealFilter } from '../use-deal-search.ts';
import { FilterEditor } from './filter-editor.tsx';
import { type FilterKind, isSet, unset } from './filter-kinds.ts';
import classes from './filters.module.css';
import { useFilterSummary } from './use-filter-summary.ts';

export type FilterChipProps = {
  kind: FilterKind;
  isOpen: boolean;
  onOpenChange(isOpen: boolean): void;
};

/** One kind of filter: what it says now, and how to change it or take it away. */
export function FilterChip({ kind, isOpen, onOpenChange }: FilterChipProps) {
  const { t } = useTranslation('deals');
  const [filter, change] = useDealFilter();
  const summary = useFilterSummary(kind);
  const name = t(`filter.${kind}`);
  const isChosen = isSet(filter, kind);
  return (
    <span className={classes['chip']} data-set={isChosen}>
      <Popover
        opened={isOpen}
        onChange={onOpenChange}
        position="bottom-start"
        shadow="md"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            className={classes['chipButton'] ?? ''}
            aria-expanded={isOpen}
            rightSection={<IconChevronDown size={13} aria-hidden />}
            onClick={() => onOpenChange(!isOpen)}
          >
            {summary === '' ? name : t('filter.says', { name, summary })}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={name} miw={220} maw={320}>
          <FilterEditor kind={kind} />
        </Popover.Dropdown>
      </Popover>
      {isChosen && (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={t('filter.remove', { name })}
          onClick={() => {
            onOpenChange(false);
            change(unset(kind));
          }}
        >
          <IconX size={13} aria-hidden />
        </ActionIcon>
      )}
    </span>
  );
}
