import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconBookmark, IconPin, IconPinFilled } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { DealView } from '#shared/contract/deals.ts';
import { useTableColumns } from '../table/use-table-columns.ts';
import { useDealSearch } from '../use-deal-search.ts';
import { useCurrentView } from './use-current-view.ts';
import { ViewNameDialog } from './view-name-dialog.tsx';
import classes from './views.module.css';

type Naming = { kind: 'new' } | { kind: 'rename' | 'copy'; view: DealView };

/** Filters with a name: chosen, pinned, renamed, copied, deleted. */
export function ViewsMenu() {
  const { t } = useTranslation('deals');
  const views = useQuery(api.deals.listViews.queryOptions());
  const [search, change] = useDealSearch();
  const { save: saveColumns } = useTableColumns();
  const [naming, setNaming] = useState<Naming | null>(null);
  const list = views.data ?? [];
  const chosen = list.find(({ id }) => id === search.saved);
  const show = ({ id, layout, filter, sort, groupBy, columns }: DealView) => {
    saveColumns(columns);
    change({ saved: id, view: layout, filter, sort, group: groupBy ?? undefined });
  };
  return (
    <>
      {list
        .filter(({ isPinned }) => isPinned)
        .map((view) => (
          <Button
            key={view.id}
            size="compact-sm"
            variant={view.id === search.saved ? 'light' : 'subtle'}
            color="gray"
            aria-pressed={view.id === search.saved}
            onClick={() => show(view)}
          >
            <Name>{view.name}</Name>
          </Button>
        ))}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconBookmark size={15} aria-hidden />}
          >
            {chosen === undefined ? t('views.title') : <Name>{chosen.name}</Name>}
          </Button>
        </Menu.Target>
        <Menu.Dropdown miw={240}>
          {list.map((view) => (
            <ViewLine key={view.id} view={view} onShow={() => show(view)} />
          ))}
          {list.length > 0 && <Menu.Divider role="separator" />}
          <Menu.Item onClick={() => setNaming({ kind: 'new' })}>{t('views.save')}</Menu.Item>
          {chosen !== undefined && <ChosenItems view={chosen} onName={setNaming} />}
        </Menu.Dropdown>
      </Menu>
      {naming !== null && <NamedView naming={naming} onClose={() => setNaming(null)} />}
    </>
  );
}

function ViewLine({ view, onShow }: { view: DealView; onShow(): void }) {
  const { t } = useTranslation('deals');
  const pin = useMutation(api.deals.pinView.mutationOptions());
  const Icon = view.isPinned ? IconPinFilled : IconPin;
  return (
    <div className={classes['line']}>
      <Menu.Item onClick={onShow}>
        <Name>{view.name}</Name>
      </Menu.Item>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        role="menuitemcheckbox"
        aria-checked={view.isPinned}
        aria-label={t('views.pin', { name: view.name })}
        onClick={() => pin.mutate({ id: view.id, isPinned: !view.isPinned })}
      >
        <Icon size={14} aria-hidden />
      </ActionIcon>
    </div>
  );
}

type ChosenItemsProps = { view: DealView; onName(naming: Naming): void };

/** What can be done with the view that is chosen. */
function ChosenItems({ view, onName }: ChosenItemsProps) {
  const { t } = useTranslation('deals');
  const [, change] = useDealSearch();
  const current = useCurrentView();
  const save = useMutation(api.deals.saveView.mutationOptions());
  const remove = useMutation(
    api.deals.deleteView.mutationOptions({ onSuccess: () => change({ saved: undefined }) }),
  );
  const { id, name } = view;
  return (
    <>
      <Menu.Item onClick={() => save.mutate({ ...current, id, name })}>
        {t('views.update', { name })}
      </Menu.Item>
      <Menu.Item onClick={() => onName({ kind: 'rename', view })}>{t('views.rename')}</Menu.Item>
      <Menu.Item onClick={() => onName({ kind: 'copy', view })}>{t('views.copy')}</Menu.Item>
      <Menu.Item color="red" onClick={() => remove.mutate({ id })}>
        {t('views.delete')}
      </Menu.Item>
    </>
  );
}

function NamedView({ naming, onClose }: { naming: Naming; onClose(): void }) {
  const { t } = useTranslation('deals');
  const [, change] = useDealSearch();
  const current = useCurrentView();
  const done = ({ id }: { id: string }) => {
    change({ saved: id });
    onClose();
  };
  const save = useMutation(api.deals.saveView.mutationOptions({ onSuccess: done }));
  const copy = useMutation(api.deals.duplicateView.mutationOptions({ onSuccess: done }));
  const first = {
    new: '',
    rename: naming.kind === 'new' ? '' : naming.view.name,
    copy: naming.kind === 'new' ? '' : t('views.copyName', { name: naming.view.name }),
  }[naming.kind];
  const submit = (name: string) => {
    if (naming.kind === 'new') save.mutate({ ...current, name });
    else if (naming.kind === 'copy') copy.mutate({ id: naming.view.id, name });
    else {
      const { isPinned: _isPinned, ...view } = naming.view;
      save.mutate({ ...view, name });
    }
  };
  return (
    <ViewNameDialog
      title={t(`views.naming.${naming.kind}`)}
      first={first}
      onClose={onClose}
      onName={submit}
    />
  );
}
