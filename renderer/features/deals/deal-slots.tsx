import { createContext, type ReactNode, use } from 'react';

/** What other features show about a deal; `app` gives it. */
export type DealSlots = {
  timeline(dealId: string): ReactNode;
  /** The name of a record, as a link where it has a page. */
  record(kind: 'account' | 'person' | 'risk', id: string, name: string): ReactNode;
};

const SlotsContext = createContext<DealSlots>({
  timeline: () => null,
  record: (_kind, _id, name) => name,
});

export const DealSlotsProvider = SlotsContext.Provider;

export function useDealSlots(): DealSlots {
  return use(SlotsContext);
}
