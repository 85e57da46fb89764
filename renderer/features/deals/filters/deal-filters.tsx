import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isUnusual, usualFilter } from '../deal-search.ts';
import { useDealFilter, useDealSearch } from '../use-deal-search.ts';
import { useStages } from '../use-stages.ts';
import { DealTotals } from './deal-totals.tsx';
import { FilterChip } from './filter-chip.tsx';
import { type FilterKind, filterKinds, isSet } from './filter-kinds.ts';
import { TextFilter } from './text-filter.tsx';

/** Always there, for they answer the first question of most days. */
const alwaysShown: readonly FilterKind[] = ['owners', 'close'];

/** The one filter of all views; it lives in the address. */
export function DealFilters() {
  const { t } = useTranslation('deals');
  const [filter] = useDealFilter();
  const [, changeSearch] = useDealSearch();
  const [open, setOpen] = useState<FilterKind | null>(null);
  const { pipelines } = useStages();
  const possible = filterKinds.filter((kind) => kind !== 'pipeline' || pipelines.length > 1);
  const isShown = (kind: FilterKind) =>
    alwaysShown.includes(kind) || isSet(filter, kind) || open === kind;
  return (
    <>
      <TextFilter />
      {possible.filter(isShown).map((kind) => (
        <FilterChip
          key={kind}
          kind={kind}
          isOpen={open === kind}
          onOpenChange={(isOpen) => setOpen(isOpen ? kind : null)}
        />
      ))}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconPlus size={14} aria-hidden />}
          >
            {t('filter.add')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {possible
            .filter((kind) => !isShown(kind))
            .map((kind) => (
              <Menu.Item key={kind} onClick={() => setOpen(kind)}>
                {t(`filter.${kind}`)}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      {isUnusual(filter) && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => changeSearch({ filter: usualFilter, saved: undefined })}
        >
          {t('filter.clear')}
        </Button>
      )}
      <DealTotals />
    </>
  );
}
