import { createContext, use } from 'react';
import type { GrowChanges } from '#shared/contract/coaching-grow.ts';
import type { SessionPage } from '#shared/contract/coaching-sessions.ts';

export type OpenSession = {
  page: SessionPage;
  sessionId: string;
  /** Changes the short fields of the GROW record. */
  change(changes: GrowChanges, onRefused?: () => void): void;
};

export const SessionContext = createContext<OpenSession | null>(null);

/** The session on the screen. */
export function useSession(): OpenSession {
  const session = use(SessionContext);
  if (session === null) throw new Error('No session on this page');
  return session;
}
