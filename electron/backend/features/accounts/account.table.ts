import type { Selectable } from 'kysely';
import type { RecordColumns } from '../../database/record.table.ts';

export type AccountTable = RecordColumns & {
  name: string;
  /** Folded name without legal form, for matching. */
  name_key: string;
  parent_id: string | null;
  owner_id: string | null;
  industry: string | null;
  region: string | null;
  level: 'strategic' | 'key' | 'normal' | null;
  employees: number | null;
  annual_revenue_minor: number | null;
  founded_year: number | null;
  website: string | null;
  phone: string | null;
  note: string;
  external_id: string | null;
};
export type AccountRow = Selectable<AccountTable>;

export type ProductTable = RecordColumns & {
  name: string;
  name_key: string;
  series: string | null;
  list_price_minor: number | null;
  external_id: string | null;
};
