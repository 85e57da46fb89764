import type { CoachingSession } from '#shared/contract/coaching-sessions.ts';
import type { Commitment, NewCommitment } from '#shared/contract/commitments.ts';
import type { TestBackend } from '#tests/support/start-backend.ts';

type Plan = { personId: string; scheduledAt?: string; plannedMinutes?: number };

/** Plans a one-on-one as the manager would; it is for this moment when no time is given. */
export function buildSession(
  { client, platform }: TestBackend,
  { personId, scheduledAt, plannedMinutes = 45 }: Plan,
): Promise<CoachingSession> {
  return client.coaching.planSession({
    personId,
    type: 'one_on_one',
    scheduledAt: scheduledAt ?? platform.now().toISOString(),
    plannedMinutes,
    mode: 'onsite',
    location: '',
  });
}

type Held = {
  personId: string;
  at: string;
  commitments?: Partial<NewCommitment>[];
};

export type HeldSession = { session: CoachingSession; commitments: Commitment[] };

/** Holds a one-on-one at a time on the test's clock, with the commitments made in it. */
export async function holdSession(
  backend: TestBackend,
  { personId, at, commitments = [] }: Held,
): Promise<HeldSession> {
  const { client, platform } = backend;
  platform.clock.set(at);
  const started = await client.coaching.startSession({ personId, sessionId: null });
  const made: Commitment[] = [];
  for (const commitment of commitments) {
    made.push(await buildCommitment(backend, { personId, sessionId: started.id, ...commitment }));
  }
  const session = await client.coaching.completeSession({ sessionId: started.id });
  return { session, commitments: made };
}

/** Adds a commitment of the person without a date, as far as nothing else is given. */
export function buildCommitment(
  { client }: Pick<TestBackend, 'client'>,
  commitment: Partial<NewCommitment> & { personId: string },
): Promise<Commitment> {
  return client.coaching.addCommitment({
    sessionId: null,
    owner: 'rep',
    text: '约信达的采购总监',
    successEvidence: '',
    dueOn: null,
    isUndated: commitment.dueOn === undefined || commitment.dueOn === null,
    dealId: null,
    visibility: 'shared',
    ...commitment,
  });
}
