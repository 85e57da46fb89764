import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isGone } from './failure.ts';
import { showFailure } from './toasts.tsx';

/**
 * Answers stay fresh until the backend says that something changed (`change-events.ts`). One
 * handler shows every failure: a read without an answer goes to the route's error page, everything
 * else becomes a toast. A read with `meta.isPart` fills a part of a page that stands without it;
 * one with `meta.isGoneShown` says itself that its record was deleted.
 */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      const isPart = query.meta?.['isPart'] === true;
      const isSaid = query.meta?.['isGoneShown'] === true && isGone(error);
      if ((query.state.data !== undefined || isPart) && !isSaid) showFailure(error);
    },
  }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, mutation) => {
      if (mutation.meta?.['isFailureShown'] !== true) showFailure(error);
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      throwOnError: (_error, query) => query.state.data === undefined,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
