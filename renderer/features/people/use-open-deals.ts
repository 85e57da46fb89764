import { useNavigate } from '@tanstack/react-router';
import type { DealFilter } from '#shared/contract/deal-filter.ts';

/** Opens the deals behind a figure in the table of deals; `scope` is whose they are. */
export function useOpenDeals(scope: DealFilter): (which: DealFilter) => () => void {
  const navigate = useNavigate();
  return (which) => () => {
    void navigate({ to: '/deals', search: { view: 'table', filter: { ...scope, ...which } } });
  };
}

/** What the figures of a quarter are made of. */
export const behind = {
  won: { statuses: ['won'], closePeriod: 'this_quarter' },
  open: { statuses: ['open'] },
} satisfies Record<string, DealFilter>;
