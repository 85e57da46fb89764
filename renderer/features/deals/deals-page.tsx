import { Button, SegmentedControl } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { DealBoard } from './board/deal-board.tsx';
import { DealPane } from './deal/deal-pane.tsx';
import { type DealLayout, dealLayout } from './deal-search.ts';
import classes from './deals-page.module.css';
import { DealFilters } from './filters/deal-filters.tsx';
import { NewDealDialog } from './new-deal-dialog.tsx';
import { useDealSearch } from './use-deal-search.ts';
import { ViewsMenu } from './views/views-menu.tsx';

const DealTable = lazy(async () => ({
  default: (await import('./table/deal-table.tsx')).DealTable,
}));
const PipelineChanges = lazy(async () => ({
  default: (await import('./changes/pipeline-changes.tsx')).PipelineChanges,
}));

/** The pipeline: one filter, three ways to look at it, and the open deal over any of them. */
export function DealsPage() {
  const { t } = useTranslation('deals');
  const [search, change] = useDealSearch();
  const [isAdding, setAdding] = useState(false);
  const view = search.view ?? 'board';
  const showView = (next: DealLayout) => change({ view: next });
  useShortcuts({
    title: t('title'),
    shortcuts: [
      { keys: 'n', label: t('new.title'), run: () => setAdding(true) },
      { keys: '1', label: t('view.board'), run: () => showView('board') },
      { keys: '2', label: t('view.table'), run: () => showView('table') },
      { keys: '3', label: t('view.changes'), run: () => showView('changes') },
    ],
  });
  return (
    <PageFrame
      title={t('title')}
      toolbar={
        <>
          <ViewsMenu />
          <SegmentedControl
            size="xs"
            aria-label={t('view.label')}
            value={view}
            data={dealLayout.options.map((value) => ({ value, label: t(`view.${value}`) }))}
            onChange={(value) => showView(dealLayout.parse(value))}
          />
          <Button
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/imports" {...props} />}
          >
            {t('import')}
          </Button>
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('new.title')}
          </Button>
        </>
      }
      filters={<DealFilters />}
      isFlush
    >
      <div className={classes['stage']}>
        <Suspense>
          {view === 'board' && <DealBoard onAdd={() => setAdding(true)} />}
          {view === 'table' && <DealTable onAdd={() => setAdding(true)} />}
          {view === 'changes' && <PipelineChanges />}
        </Suspense>
        {search.deal !== undefined && <DealPane key={search.deal} id={search.deal} />}
      </div>
      <NewDealDialog
        isOpen={isAdding}
        onClose={() => setAdding(false)}
        onAdded={(deal) => change({ deal })}
      />
    </PageFrame>
  );
}
