import type { ReactNode } from 'react';

/** What other features show about an account; `app` passes it in. */
export type AccountSlots = {
  timeline(accountId: string): ReactNode;
  /** The risks that name the account, and the way to enter one. */
  risks(accountId: string): ReactNode;
  /** The name of a record, as a link where it has a page. */
  record(kind: 'deal', id: string, name: string): ReactNode;
};
