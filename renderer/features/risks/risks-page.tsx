import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypePdf, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { downloadDocument } from '#renderer/api/downloads.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import type { RiskRegister } from '#shared/contract/risks.ts';
import { AddRiskDialog } from './add-risk-dialog.tsx';
import { RiskFilters } from './list/risk-filters.tsx';
import { RiskList } from './list/risk-list.tsx';
import { HeatMap } from './map/heat-map.tsx';
import { RiskFigures } from './map/risk-figures.tsx';
import { RiskPane } from './pane/risk-pane.tsx';
import { toRiskFilter } from './risk-search.ts';
import classes from './risks-page.module.css';
import { RiskSuggestions } from './suggestions/risk-suggestions.tsx';
import { useRiskSearch } from './use-risk-search.ts';

/** Heat map and list in step, the open risk beside them. */
export function RisksPage() {
  const { t } = useTranslation('risks');
  const [search, change] = useRiskSearch();
  const [isAdding, setAdding] = useState(false);
  const input = toRiskFilter(search);
  const { data: register } = useQuery(
    api.risks.getRegister.queryOptions({ input, placeholderData: (before) => before }),
  );
  useShortcuts({
    title: t('title'),
    shortcuts: [
      { keys: 'n', label: t('add'), run: () => setAdding(true) },
      { keys: 'escape', label: t('pane.close'), run: () => change({ risk: undefined }) },
    ],
  });
  if (register === undefined) return null;
  return (
    <PageFrame
      title={t('title')}
      toolbar={<Toolbar register={register} onAdd={() => setAdding(true)} />}
      filters={<RiskFilters />}
      isFlush
    >
      <div className={classes['layout']} data-open={search.risk !== undefined}>
        <section className={classes['side']} aria-label={t('map')}>
          <HeatMap register={register} />
          <RiskFigures register={register} />
          <RiskSuggestions />
        </section>
        <RiskList register={register} onAdd={() => setAdding(true)} />
        {search.risk !== undefined && <RiskPane key={search.risk} id={search.risk} />}
      </div>
      <AddRiskDialog
        isOpen={isAdding}
        onClose={() => setAdding(false)}
        onAdded={(risk) => change({ risk })}
      />
    </PageFrame>
  );
}

function Toolbar({ register, onAdd }: { register: RiskRegister; onAdd: () => void }) {
  const { t } = useTranslation('risks');
  const [search] = useRiskSearch();
  const { language } = useSettings();
  const print = useMutation(
    api.risks.printRegister.mutationOptions({ onSuccess: downloadDocument }),
  );
  const write = useMutation(
    api.risks.exportRegister.mutationOptions({ onSuccess: downloadDocument }),
  );
  const order = { filter: toRiskFilter(search), language };
  const isEmpty = register.total === 0;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
        disabled={isEmpty}
        loading={print.isPending}
        onClick={() => print.mutate(order)}
      >
        {t('print.pdf')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
        disabled={isEmpty}
        loading={write.isPending}
        onClick={() => write.mutate(order)}
      >
        {t('print.xlsx')}
      </Button>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
        {t('add')}
      </Button>
    </>
  );
}
