import { z } from 'zod';
import { party, visibility } from './coaching-fields.ts';
import { id, localDate, optionalText, shortText } from './fields.ts';

export const commitmentStatus = z.enum(['open', 'done', 'part', 'missed', 'dropped']);
export type CommitmentStatus = z.infer<typeof commitmentStatus>;

export const commitment = z.object({
  id,
  personId: id,
  personName: z.string(),
  sessionId: id.nullable(),
  origin: z.enum(['grow', 'review', 'idp', 'pip', 'adhoc']),
  owner: party,
  text: z.string(),
  successEvidence: z.string(),
  madeOn: localDate,
  dueOn: localDate.nullable(),
  /** True when having no date was chosen on purpose. */
  isUndated: z.boolean(),
  originalDueOn: localDate.nullable(),
  movedCount: z.int(),
  /** Sessions with the person, held or skipped, that it has outlived. */
  carriedCount: z.int(),
  status: commitmentStatus,
  closedOn: localDate.nullable(),
  /** The session in which it was looked back on and settled. */
  closedSessionId: id.nullable(),
  outcomeNote: z.string(),
  deal: z.object({ id, name: z.string() }).nullable(),
  visibility,
  ageDays: z.int(),
  /** Days past the due date, while open; 0 when not overdue. */
  overdueDays: z.int(),
});
export type Commitment = z.infer<typeof commitment>;

export const newCommitment = z.object({
  personId: id,
  sessionId: id.nullable(),
  owner: party,
  text: shortText,
  successEvidence: optionalText,
  dueOn: localDate.nullable(),
  isUndated: z.boolean(),
  dealId: id.nullable(),
  visibility,
});
export type NewCommitment = z.infer<typeof newCommitment>;

export const commitmentChanges = newCommitment
  .pick({ owner: true, text: true, successEvidence: true, dealId: true, visibility: true })
  .extend({ dueOn: localDate.nullable(), isUndated: z.boolean() })
  .partial();
export type CommitmentChanges = z.infer<typeof commitmentChanges>;

export const settledStatus = commitmentStatus.exclude(['open']);

/** Which commitments the page shows. */
export const commitmentFilter = z.object({
  owner: party.nullable(),
  personId: id.nullable(),
  state: z.enum(['open', 'overdue', 'closed']),
});
export type CommitmentFilter = z.infer<typeof commitmentFilter>;
