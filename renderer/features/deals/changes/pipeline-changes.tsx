import { IconArrowsExchange } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import type { PipelineChanges as Changes, MoveLens } from '#shared/contract/deal-changes.ts';
import { useDealFilter, useDealSearch } from '../use-deal-search.ts';
import { changesQuery, rangeOf } from './change-range.ts';
import { ChangeRanges } from './change-ranges.tsx';
import classes from './changes.module.css';
import { Lenses } from './lenses.tsx';
import { MoveList } from './move-list.tsx';
import { WaterfallChart } from './waterfall-chart.tsx';

/** What became of the pipeline between two days: the bars, and the deals behind each. */
export function PipelineChanges() {
  const { t } = useTranslation('deals');
  const [search, change] = useDealSearch();
  const [filter] = useDealFilter();
  const lens = search.lens ?? null;
  const look = (next: MoveLens | null) => change({ lens: next ?? undefined });
  const range = rangeOf(search);
  const { data } = useQuery({
    ...changesQuery({ filter, ...range }),
    placeholderData: keepPreviousData,
  });
  if (data === undefined) return null;
  const isBare = data.moveCount + data.waterfall.start.count + data.waterfall.end.count === 0;
  if (isBare) return <NoChanges ignored={data.ignored} />;
  return (
    <div className={classes['root']}>
      <section className={classes['chart']} aria-label={t('changes.chart')}>
        <ChangeRanges />
        <Ignored parts={data.ignored} />
        <Sentence changes={data} />
        <WaterfallChart waterfall={data.waterfall} onBar={look} />
        <Lenses counts={data.lensCounts} lens={lens} onLook={look} />
      </section>
      <MoveList
        key={lens ?? 'all'}
        query={{ filter, ...range, lens }}
        count={lens === null ? data.moveCount : data.lensCounts[lens]}
        onClear={() => look(null)}
      />
    </div>
  );
}

/** What of the filter the changes cannot keep to, so that nobody takes them for narrower than they are. */
function Ignored({ parts }: { parts: Changes['ignored'] }) {
  const { t } = useTranslation('deals');
  const format = useFormat();
  if (parts.length === 0) return null;
  const names = format.list(parts.map((part) => t(`filter.${part}`)));
  return <p className={classes['ignored']}>{t('changes.ignored', { names })}</p>;
}

function NoChanges({ ignored }: { ignored: Changes['ignored'] }) {
  const { t } = useTranslation('deals');
  return (
    <div className={classes['root']}>
      <section className={classes['chart']}>
        <ChangeRanges />
        <Ignored parts={ignored} />
      </section>
      <EmptyState
        icon={IconArrowsExchange}
        title={t('changes.none')}
        body={t('changes.noneBody')}
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
      {waterfall.correctedCount > 0 && (
        <span>{t('changes.corrected', { count: waterfall.correctedCount })}</span>
      )}
    </p>
  );
}
