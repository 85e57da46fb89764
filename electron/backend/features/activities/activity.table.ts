import type { Selectable } from 'kysely';
import type { RecordColumns } from '../../database/record.table.ts';

export type ActivityTable = RecordColumns & {
  kind: 'call' | 'email' | 'wechat' | 'visit' | 'meeting' | 'video' | 'demo' | 'task' | 'note';
  status: 'planned' | 'done' | 'cancelled';
  subject: string;
  content: string;
  /** When it happened, or for a planned one when it is due. */
  happened_at: string;
  /** When it had been planned for; kept when it is done, so that the gap can be seen. */
  planned_for_at: string | null;
  minutes: number | null;
  deal_id: string | null;
  account_id: string | null;
  person_id: string | null;
  external_id: string | null;
};
export type ActivityRow = Selectable<ActivityTable>;
