import type { AccountSlots } from '#renderer/features/accounts/account-slots.ts';
import { AccountsPage } from '#renderer/features/accounts/accounts-page.tsx';
import { ActivityTimeline } from '#renderer/features/activities/activity-timeline.tsx';
import { LinkedRisks } from '#renderer/features/risks/linked/linked-risks.tsx';
import { RecordName } from '../record-name.tsx';

const slots: AccountSlots = {
  timeline: (accountId) => (
    <ActivityTimeline
      of={{ accountId }}
      renderDeal={({ id, name }) => <RecordName kind="deal" id={id} name={name} />}
    />
  ),
  risks: (id) => <LinkedRisks to={{ kind: 'account', id }} />,
  record: (kind, id, name) => <RecordName kind={kind} id={id} name={name} />,
};

/** The accounts with what other features know about them. */
export function AccountsPlace() {
  return <AccountsPage slots={slots} />;
}
