import type { Insertable } from 'kysely';
import { foldForSearch } from '#shared/domain/text/search-text.ts';
import { newRecord } from '../../../database/new-record.ts';
import type { Platform } from '../../../platform.ts';
import type { AccountTable, ProductTable } from '../../accounts/account.table.ts';
import type { ActivityTable } from '../../activities/activity.table.ts';
import type { PersonTable } from '../../people/person.table.ts';

type Maker = Pick<Platform, 'newId' | 'now'>;

/** A person of whom nothing but the name is known. */
export function barePerson(platform: Maker, name: string): Insertable<PersonTable> {
  return {
    ...newRecord(platform),
    name,
    name_key: foldForSearch(name),
    employee_no: null,
    role_title: null,
    level: null,
    team: null,
    region: null,
    email: null,
    phone: null,
    manager_name: null,
    is_coached: 1,
    joined_on: null,
    left_on: null,
    cadence_days: null,
    private_note: '',
    external_id: null,
  };
}

export function bareAccount(platform: Maker, name: string): Insertable<AccountTable> {
  return {
    ...newRecord(platform),
    name,
    name_key: foldForSearch(name),
    parent_id: null,
    owner_id: null,
    industry: null,
    region: null,
    level: null,
    employees: null,
    annual_revenue_minor: null,
    founded_year: null,
    website: null,
    phone: null,
    note: '',
    external_id: null,
  };
}

export function bareProduct(platform: Maker, name: string): Insertable<ProductTable> {
  return {
    ...newRecord(platform),
    name,
    name_key: foldForSearch(name),
    series: null,
    list_price_minor: null,
    external_id: null,
  };
}

export function bareActivity(platform: Maker, subject: string): Insertable<ActivityTable> {
  return {
    ...newRecord(platform),
    kind: 'note',
    status: 'done',
    subject,
    content: '',
    happened_at: '',
    planned_for_at: null,
    minutes: null,
    deal_id: null,
    account_id: null,
    person_id: null,
    external_id: null,
  };
}
