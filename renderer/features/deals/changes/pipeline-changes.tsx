import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import type { PipelineChanges as Changes, WaterfallBar } from '#shared/contract/deal-changes.ts';
import { useDealFilter, useDealSearch } from '../use-deal-search.ts';
import { rangeOf } from './change-range.ts';
import { ChangeRanges } from './change-ranges.tsx';
import classes from './changes.module.css';
import { MoveList } from './move-list.tsx';
import { WaterfallChart } from './waterfall-chart.tsx';

/** What became of the pipeline between two days: the bars, and the deals behind each. */
export function PipelineChanges() {
  const { t } = useTranslation('deals');
  const [search] = useDealSearch();
  const [filter] = useDealFilter();
  const [bar, setBar] = useState<WaterfallBar | null>(null);
  const range = rangeOf(search);
  const { data } = useQuery({
    ...api.deals.getPipelineChanges.queryOptions({ input: { filter, ...range } }),
    placeholderData: keepPreviousData,
  });
  if (data === undefined) return null;
  return (
    <div className={classes['root']}>
      <section className={classes['chart']} aria-label={t('changes.chart')}>
        <ChangeRanges />
        <Sentence changes={data} />
        <WaterfallChart waterfall={data.waterfall} bar={bar} onBar={setBar} />
      </section>
      <MoveList
        key={bar ?? 'all'}
        query={{ filter, ...range, bar }}
        count={bar === null ? data.moveCount : data.waterfall[bar].count}
        onClear={() => setBar(null)}
      />
    </div>
  );
}

/** The same in a line of words. */
function Sentence({ changes: { waterfall, pushCount } }: { changes: Changes }) {
  const { t } = useTranslation('deals');
  const format = useFormat();
  const { start, end } = waterfall;
  return (
    <p className={classes['sentence']}>
      {t('changes.sentence', { from: start.amountMinor, to: end.amountMinor })}
      <strong>{format.moneyChange(end.amountMinor - start.amountMinor)}</strong>
      {pushCount > 0 && <span>{t('changes.pushed', { count: pushCount })}</span>}
      {waterfall.reopenedCount > 0 && (
        <span>{t('changes.reopened', { count: waterfall.reopenedCount })}</span>
      )}
    </p>
  );
}
