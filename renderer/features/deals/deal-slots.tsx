import { createContext, type ReactNode, use } from 'react';

/** What other features show about a deal; `app` gives it. */
export type DealSlots = {
  timeline(dealId: string): ReactNode;
  /** The risks that name the deal, and the way to enter one. */
  risks(dealId: string): ReactNode;
  /** The name of a record, as a link where it has a page. */
  record(kind: 'account' | 'person', id: string, name: string): ReactNode;
};

const SlotsContext = createContext<DealSlots>({
  timeline: () => null,
  risks: () => null,
  record: (_kind, _id, name) => name,
});

export const DealSlotsProvider = SlotsContext.Provider;

export function useDealSlots(): DealSlots {
  return use(SlotsContext);
}
