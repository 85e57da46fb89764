import { type DateRange, daysBetween, type LocalDate } from '#shared/domain/dates/local-date.ts';
import { type Ratio, ratioOf } from '#shared/domain/numbers/ratio.ts';

export type CommitmentOwner = 'rep' | 'manager';

export type CommitmentStatus = 'open' | 'in_progress' | 'done' | 'part' | 'missed' | 'dropped';

/** What somebody promised. It belongs to the person, not to the session it was made in. */
export type Commitment = Readonly<{
  id: string;
  owner: CommitmentOwner;
  status: CommitmentStatus;
  createdOn: LocalDate;
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

/** A promise as the brief shows it. */
export type BriefCommitment<Item extends Commitment = Commitment> = Readonly<{
  commitment: Item;
  isOpen: boolean;
  ageDays: number;
  /** Days past the date in force; 0 when not overdue or closed. */
  overdueDays: number;
  /** Sessions it has lived through while open. */
  carriedCount: number;
}>;

export type BriefCommitmentInput<Item extends Commitment> = Readonly<{
  commitments: readonly Item[];
  /** Days of past sessions, held or skipped, without the one being prepared. */
  sessionsOn: readonly LocalDate[];
  /** Day of the last session that was held: from then on closed ones are shown; null shows all. */
  since: LocalDate | null;
  today: LocalDate;
}>;

/** A promise with its age, how late it is and how many sessions it has outlived. */
export function describeCommitment<Item extends Commitment>(
  commitment: Item,
  { sessionsOn, today }: Pick<BriefCommitmentInput<Item>, 'sessionsOn' | 'today'>,
): BriefCommitment<Item> {
  const isOpen = isOpenCommitment(commitment);
  const until = isOpen ? today : (commitment.closedOn ?? today);
  const { dueOn, createdOn } = commitment;
  return {
    commitment,
    isOpen,
    ageDays: Math.max(0, daysBetween(createdOn, until)),
    overdueDays: isOpen && dueOn !== null ? Math.max(0, daysBetween(dueOn, today)) : 0,
    carriedCount: sessionsOn.filter((on) => on > createdOn && on <= until).length,
  };
}

function displayRank({ isOpen, overdueDays, commitment }: BriefCommitment): number {
  if (!isOpen) return 3;
  if (overdueDays === 0) return 2;
  return commitment.owner === 'manager' ? 0 : 1;
}

/**
 * Every open promise, however many sessions were skipped, and those closed since the last one held:
 * the manager's overdue ones first, then the person's, then open by date, then closed.
 */
export function briefCommitments<Item extends Commitment>(
  input: BriefCommitmentInput<Item>,
): BriefCommitment<Item>[] {
  const { since } = input;
  return input.commitments
    .map((commitment) => describeCommitment(commitment, input))
    .filter(({ isOpen, commitment: { closedOn } }) => {
      const isRecent = closedOn !== null && (since === null || closedOn >= since);
      return isOpen || isRecent;
    })
    .sort((a, b) => {
      const byDate = (a.commitment.dueOn ?? '9999').localeCompare(b.commitment.dueOn ?? '9999');
      return displayRank(a) - displayRank(b) || byDate;
    });
}
