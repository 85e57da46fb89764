import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { accountSearch } from '#renderer/features/accounts/account-search.ts';
import { accountWindow } from '#renderer/features/accounts/use-account-rows.ts';
import { rootRoute } from './root-route.tsx';

const accountsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accounts',
  validateSearch: accountSearch,
  loaderDeps: ({ search: { account: _account, ...list } }) => list,
  // Does not fail when another workspace is opened meanwhile; the page itself shows failures.
  loader: ({ context, deps }) => context.queryClient.prefetchQuery(accountWindow(deps, 0)),
  component: lazyRouteComponent(() => import('../accounts/accounts-place.tsx'), 'AccountsPlace'),
});

export const accountsRoutes = [accountsRoute] as const;
