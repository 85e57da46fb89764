import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { usePresentation } from '#renderer/components/privacy/presentation.tsx';
import type { SearchHit } from '#shared/contract/search.ts';
import { hitIcons, hitRoutes } from './hit-routes.ts';
import type { PaletteItem } from './palette-item.ts';

const limit = 12;
/** While a large import is still being taken in, the same words are asked again. */
const askAgainMs = 500;

/**
 * The records that a query finds, and what was chosen for it before. Until they are `isCurrent`,
 * they belong to the words before.
 */
export function useFoundRecords(text: string) {
  const { t } = useTranslation('search');
  const format = useFormat();
  const navigate = useNavigate();
  const { isPresenting } = usePresentation();
  const isEmpty = text.trim() === '';
  const { data, isFetching } = useQuery({
    ...api.search.find.queryOptions({ input: { text, limit, isPresenting } }),
    enabled: !isEmpty,
    throwOnError: false,
    meta: { isPart: true },
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: (query) => (query.state.data?.isComplete === false ? askAgainMs : false),
  });
  const toItem = (hit: SearchHit): PaletteItem[] => {
    const route = hitRoutes[hit.opens.kind]?.(hit.opens.id);
    if (route === undefined) return [];
    const parts = [t(`kinds.${hit.kind}`), hit.note, hit.on && format.date(hit.on)];
    return [
      {
        target: `${hit.kind}:${hit.id}`,
        group: 'record',
        label: hit.title,
        note: parts.filter((part) => part !== null).join(' · '),
        icon: hitIcons[hit.kind],
        run: () => navigate(route),
      },
    ];
  };
  const nothing = { records: [], preferred: [], isComplete: true };
  if (isEmpty) return { ...nothing, isCurrent: true };
  if (data === undefined) return { ...nothing, isCurrent: !isFetching };
  return { ...data, records: data.hits.flatMap(toItem), isCurrent: !isFetching };
}
