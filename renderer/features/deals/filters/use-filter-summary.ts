import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { useNearDay } from '#renderer/api/use-moment.ts';
import { useLocalName } from '../stages/use-pipelines.ts';
import { useDealFilter } from '../use-deal-search.ts';
import { useStages } from '../use-stages.ts';
import { type FilterKind, isListKind, listKinds } from './filter-kinds.ts';
import { useFilterOptions } from './use-filter-options.ts';

/** What a kind of filter says now, short enough for a chip; empty when it says nothing. */
export function useFilterSummary(kind: FilterKind): string {
  const { t } = useTranslation('deals');
  const format = useFormat();
  const near = useNearDay();
  const [filter] = useDealFilter();
  const { pipelines } = useStages();
  const localName = useLocalName();
  const listed = useListed(kind);
  if (isListKind(kind)) return listed;
  switch (kind) {
    case 'close': {
      const { closePeriod, closeFrom, closeTo } = filter;
      if (closePeriod === undefined) return '';
      if (closePeriod !== 'custom') return t(`period.${closePeriod}`);
      const day = (on: string | undefined) => (on === undefined ? '…' : near.day(on));
      return `${day(closeFrom)} – ${day(closeTo)}`;
    }
    case 'closed':
      return filter.closedWithin === undefined ? '' : t(`closedWithin.${filter.closedWithin}`);
    case 'amount': {
      const { amountFrom, amountTo } = filter;
      if (amountFrom === undefined && amountTo === undefined) return '';
      const money = (minor: number | undefined) =>
        minor === undefined ? '…' : format.moneyShort(minor);
      return `${money(amountFrom)} – ${money(amountTo)}`;
    }
    case 'pipeline': {
      const pipeline = pipelines.find(({ id }) => id === filter.pipelineId);
      return pipeline === undefined ? '' : localName(pipeline);
    }
  }
}

function useListed(kind: FilterKind): string {
  const { t } = useTranslation('deals');
  const [filter] = useDealFilter();
  const known = isListKind(kind) ? kind : 'statuses';
  const chosen: readonly string[] = filter[listKinds[known]] ?? [];
  const options = useFilterOptions(known, { text: '', chosen });
  const labels = options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
  const [first] = labels;
  if (first === undefined) return '';
  return labels.length === 1 ? first : t('filter.more', { first, count: labels.length - 1 });
}
