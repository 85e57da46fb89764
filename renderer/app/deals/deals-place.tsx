import { ActivityTimeline } from '#renderer/features/activities/activity-timeline.tsx';
import { DealPage } from '#renderer/features/deals/deal/deal-page.tsx';
import { type DealSlots, DealSlotsProvider } from '#renderer/features/deals/deal-slots.tsx';
import { DealsPage } from '#renderer/features/deals/deals-page.tsx';
import { LinkedRisks } from '#renderer/features/risks/linked/linked-risks.tsx';
import { RecordName } from '../record-name.tsx';

const slots: DealSlots = {
  timeline: (dealId) => <ActivityTimeline of={{ dealId }} />,
  risks: (id) => <LinkedRisks to={{ kind: 'deal', id }} />,
  record: (kind, id, name) => <RecordName kind={kind} id={id} name={name} />,
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
