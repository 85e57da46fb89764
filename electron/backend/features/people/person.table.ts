import type { Selectable } from 'kysely';
import type { RecordColumns } from '../../database/record.table.ts';

/** A salesperson, coached by the manager or only an owner of deals. */
export type PersonTable = RecordColumns & {
  name: string;
  /** Folded name, for matching. */
  name_key: string;
  employee_no: string | null;
  role_title: string | null;
  level: string | null;
  team: string | null;
  region: string | null;
  email: string | null;
  phone: string | null;
  /** Direct superior, as documents print it. */
  manager_name: string | null;
  /** 1 when the manager holds one-on-ones with this person. */
  is_coached: number;
  joined_on: string | null;
  left_on: string | null;
  /** Days between one-on-ones; null takes the team's default. */
  cadence_days: number | null;
  private_note: string;
  external_id: string | null;
};
export type PersonRow = Selectable<PersonTable>;

/** Days off, inclusive at both ends. */
export type PersonLeaveTable = RecordColumns & {
  person_id: string;
  from_on: string;
  to_on: string;
};

export type QuotaTable = RecordColumns & {
  person_id: string;
  period_start_on: string;
  period_end_on: string;
  amount_minor: number;
};
