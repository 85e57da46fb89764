import { PlanDialog } from '#renderer/features/coaching/place/plan-dialog.tsx';
import { SnoozeDialog } from '#renderer/features/deals/deal/snooze-dialog.tsx';
import { TodayPage } from '#renderer/features/today/today-page.tsx';
import { type TodaySlots, TodaySlotsProvider } from '#renderer/features/today/today-slots.tsx';

const slots: TodaySlots = {
  planSession: (person, onClose) => <PlanDialog person={person} session={null} onClose={onClose} />,
  snoozeDeal: (deal, onClose) => <SnoozeDialog deal={deal} onClose={onClose} />,
};

/** The day with the dialogs of the features that its lines belong to. */
export function TodayPlace() {
  return (
    <TodaySlotsProvider value={slots}>
      <TodayPage />
    </TodaySlotsProvider>
  );
}
