import { toFailure } from '#renderer/api/failure.ts';
import type { RequiredField } from '#shared/contract/deal-pipelines.ts';
import { requiredField } from '#shared/contract/deal-pipelines.ts';
import type { DealSummary } from '#shared/contract/deal-records.ts';

export type MovedDeal = Pick<DealSummary, 'id' | 'name' | 'stageId' | 'amountMinor' | 'status'>;

/** Why a stage did not take a deal, and what would let it in. */
export type Refusal = {
  code: 'stage_needs_fields' | 'stage_not_allowed';
  /** Facts that are missing. */
  fields: RequiredField[];
  canOverride: boolean;
};

export type WantedMove = { deal: MovedDeal; toStageId: string };

/** Where a move stands: under way to disk, or asking the person something first. */
export type MoveState =
  | { kind: 'idle' }
  | ({ kind: 'sending' } & WantedMove)
  | ({ kind: 'asking'; refusal: Refusal } & WantedMove)
  | ({ kind: 'closing' } & WantedMove);

/** What the person can answer; undefined for any other failure. */
export function toRefusal(error: unknown): Refusal | undefined {
  const { code, details } = toFailure(error);
  if (code !== 'stage_needs_fields' && code !== 'stage_not_allowed') return undefined;
  const fields = requiredField.array().safeParse(details['fields']);
  return { code, fields: fields.data ?? [], canOverride: details['canOverride'] === true };
}
