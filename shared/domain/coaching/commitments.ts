import { type DateRange, daysBetween, type LocalDate } from '#shared/domain/dates/local-date.ts';
import { type Ratio, ratioOf } from '#shared/domain/numbers/ratio.ts';

export type CommitmentOwner = 'rep' | 'manager';

export type CommitmentStatus = 'open' | 'in_progress' | 'done' | 'part' | 'missed' | 'dropped';

/** What somebody promised. It belongs to the person, not to the session it was made in. */
export type Commitment = Readonly<{
  id: string;
  owner: CommitmentOwner;
  status: CommitmentStatus;
  madeOn: LocalDate;
  dueOn: LocalDate | null;
  /** The first date agreed; `dueOn` may have moved since. */
  originalDueOn: LocalDate | null;
  movedCount: number;
  /** When it was done or given up. */
  closedOn: LocalDate | null;
}>;

export function isOpenCommitment({ status }: Pick<Commitment, 'status'>): boolean {
  return status === 'open' || status === 'in_progress';
}

export type FollowThrough = Readonly<{
  /** Done on or before the first date agreed, of those that fell due. */
  kept: Ratio;
  /** Given up by agreement; in neither number. */
  droppedCount: number;
}>;

/**
 * How reliably an owner's promises of a period were kept: 7 of 9 → 77.78 %. Judged by the first date
 * agreed; one that is still open is not judged before its day is over.
 */
export function followThrough(
  commitments: readonly Commitment[],
  owner: CommitmentOwner,
  { period, today }: Readonly<{ period: DateRange; today: LocalDate }>,
): FollowThrough {
  const due = commitments.filter(
    ({ originalDueOn, ...item }) =>
      item.owner === owner &&
      originalDueOn !== null &&
      originalDueOn >= period.startOn &&
      originalDueOn <= period.endOn &&
      (originalDueOn < today || !isOpenCommitment(item)),
  );
  const judged = due.filter(({ status }) => status !== 'dropped');
  const kept = judged.filter(
    ({ status, closedOn, originalDueOn }) =>
      status === 'done' && closedOn !== null && closedOn <= (originalDueOn ?? closedOn),
  );
  return { kept: ratioOf(kept.length, judged.length), droppedCount: due.length - judged.length };
}

/**
 * How old a promise is, or was when it was closed, and how many days it is past the date in force:
 * made on 1 October and due on 10 November, it is 54 days old and 14 overdue on 24 November. 0 when
 * not overdue or closed.
 */
export function commitmentAge(
  commitment: Pick<Commitment, 'status' | 'madeOn' | 'dueOn' | 'closedOn'>,
  today: LocalDate,
): { ageDays: number; overdueDays: number } {
  const { madeOn, dueOn, closedOn } = commitment;
  const isOpen = isOpenCommitment(commitment);
  const until = isOpen ? today : (closedOn ?? today);
  return {
    ageDays: Math.max(0, daysBetween(madeOn, until)),
    overdueDays: isOpen && dueOn !== null ? Math.max(0, daysBetween(dueOn, today)) : 0,
  };
}

type Aged = Pick<Commitment, 'owner' | 'status' | 'dueOn' | 'closedOn'> &
  Readonly<{ overdueDays: number }>;

function displayRank(commitment: Aged): number {
  if (!isOpenCommitment(commitment)) return 3;
  if (commitment.overdueDays === 0) return 2;
  return commitment.owner === 'manager' ? 0 : 1;
}

/**
 * Every open promise, however many sessions were skipped, and those closed since the last one held,
 * or all of those when none was: the manager's overdue ones first, then the person's, then open by
 * date, then closed.
 */
export function briefCommitments<Item extends Aged>(
  commitments: readonly Item[],
  since: LocalDate | null,
): Item[] {
  return commitments
    .filter((commitment) => {
      const { closedOn } = commitment;
      const isRecent = closedOn !== null && (since === null || closedOn >= since);
      return isOpenCommitment(commitment) || isRecent;
    })
    .sort((a, b) => {
      const byDate = (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999');
      return displayRank(a) - displayRank(b) || byDate;
    });
}
