import type { PersonFacts, PersonSummary } from '#shared/contract/person-records.ts';
import { foldForSearch } from '#shared/domain/text/search-text.ts';
import type { PersonRow } from './person.table.ts';

export function toPersonFacts(row: PersonRow): PersonFacts {
  return {
    name: row.name,
    employeeNo: row.employee_no ?? '',
    roleTitle: row.role_title ?? '',
    level: row.level ?? '',
    team: row.team ?? '',
    region: row.region ?? '',
    email: row.email ?? '',
    phone: row.phone ?? '',
    managerName: row.manager_name ?? '',
    isCoached: row.is_coached === 1,
    joinedOn: row.joined_on,
    cadenceDays: row.cadence_days,
  };
}

export function toPersonSummary(row: PersonRow): PersonSummary {
  const { name, roleTitle, level, team, region, isCoached } = toPersonFacts(row);
  return { id: row.id, name, roleTitle, level, team, region, isCoached, leftOn: row.left_on };
}

type FactColumns = Omit<
  PersonRow,
  | 'id'
  | 'created_at'
  | 'updated_at'
  | 'deleted_at'
  | 'rev'
  | 'left_on'
  | 'private_note'
  | 'external_id'
>;

export function toFactColumns(facts: PersonFacts): FactColumns {
  return {
    name: facts.name,
    name_key: foldForSearch(facts.name),
    employee_no: filled(facts.employeeNo),
    role_title: filled(facts.roleTitle),
    level: filled(facts.level),
    team: filled(facts.team),
    region: filled(facts.region),
    email: filled(facts.email),
    phone: filled(facts.phone),
    manager_name: filled(facts.managerName),
    is_coached: facts.isCoached ? 1 : 0,
    joined_on: facts.joinedOn,
    cadence_days: facts.cadenceDays,
  };
}

/** Nothing typed is stored as nothing known. */
function filled(text: string): string | null {
  return text === '' ? null : text;
}
