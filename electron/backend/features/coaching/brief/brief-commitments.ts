import type { Brief, BriefCommitment } from '#shared/contract/coaching-brief.ts';
import type { Commitment } from '#shared/contract/commitments.ts';
import { briefCommitments, followThrough } from '#shared/domain/coaching/commitments.ts';
import { addDays } from '#shared/domain/dates/local-date.ts';
import type { QueryContext } from '../../../rpc/context.ts';
import { listCommitments } from '../commitments/commitment.repository.ts';
import type { BriefHistory } from './brief-history.ts';

const followThroughDays = 90;

/** So many days, today among them. */
function firstDay(today: string): string {
  return addDays(today, 1 - followThroughDays);
}

export type CommitmentPart = {
  commitments: BriefCommitment[];
  followThrough: Brief['followThrough'];
};

/** Every open commitment, those closed since the last session, and how reliably both sides kept theirs. */
export async function getBriefCommitments(
  { db, today }: Pick<QueryContext, 'db' | 'today'>,
  { personId, history }: { personId: string; history: BriefHistory },
): Promise<CommitmentPart> {
  const fromOn = firstDay(today);
  const all = await listAll(db, { personId, today });
  const lastId = history.last?.row.id ?? null;
  // What was settled in the last session was talked about there.
  const untold = all.filter((item) => lastId === null || item.closedSessionId !== lastId);
  return {
    commitments: briefCommitments(untold, history.last?.on ?? fromOn).map(toBriefCommitment),
    followThrough: keptBy(all, today),
  };
}

/** How reliably both sides kept their promises of the last ninety days. */
export async function getFollowThrough(
  { db, today }: Pick<QueryContext, 'db' | 'today'>,
  personId: string,
): Promise<Brief['followThrough']> {
  return keptBy(await listAll(db, { personId, today }), today);
}

function listAll(
  db: QueryContext['db'],
  { personId, today }: { personId: string; today: string },
): Promise<Commitment[]> {
  return listCommitments(db, { today, personId, limit: 5000 });
}

function keptBy(all: readonly Commitment[], today: string): Brief['followThrough'] {
  const period = { startOn: firstDay(today), endOn: today };
  const kept = (owner: Commitment['owner']) => followThrough(all, owner, { period, today }).kept;
  return { days: followThroughDays, rep: kept('rep'), manager: kept('manager') };
}

function toBriefCommitment(item: Commitment): BriefCommitment {
  return {
    id: item.id,
    owner: item.owner,
    text: item.text,
    status: item.status,
    dueOn: item.dueOn,
    closedOn: item.closedOn,
    ageDays: item.ageDays,
    overdueDays: item.overdueDays,
    movedCount: item.movedCount,
    carriedCount: item.carriedCount,
    outcomeNote: item.outcomeNote,
    visibility: item.visibility,
  };
}
