import { createContext, type ReactNode, use } from 'react';

/** Dialogs of other features that a line of the day opens; `app` gives them. */
export type TodaySlots = {
  planSession(person: { id: string; name: string }, onClose: () => void): ReactNode;
  snoozeDeal(deal: { id: string; name: string }, onClose: () => void): ReactNode;
};

const SlotsContext = createContext<TodaySlots>({
  planSession: () => null,
  snoozeDeal: () => null,
});

export const TodaySlotsProvider = SlotsContext.Provider;

export function useTodaySlots(): TodaySlots {
  return use(SlotsContext);
}
