import { Name } from '#renderer/components/text/name.tsx';
import { DealPage } from '#renderer/features/deals/deal/deal-page.tsx';
import { type DealSlots, DealSlotsProvider } from '#renderer/features/deals/deal-slots.tsx';
import { DealsPage } from '#renderer/features/deals/deals-page.tsx';

const slots: DealSlots = {
  timeline: () => null,
  risks: () => null,
  record: (_kind, _id, name) => <Name>{name}</Name>,
};

/** The pipeline with what other features say about its deals. */
export function DealsPlace() {
  return (
    <DealSlotsProvider value={slots}>
      <DealsPage />
    </DealSlotsProvider>
  );
}

export function DealPlace() {
  return (
    <DealSlotsProvider value={slots}>
      <DealPage />
    </DealSlotsProvider>
  );
}
