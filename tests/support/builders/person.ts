import type { NewPerson, Person } from '#shared/contract/person-records.ts';
import type { TestBackend } from '#tests/support/start-backend.ts';

/** Adds a person as the manager would; what is not given is a plain coached salesperson. */
export function buildPerson(
  { client }: Pick<TestBackend, 'client'>,
  facts: Partial<NewPerson> = {},
): Promise<Person> {
  return client.people.addPerson({ name: '李雷', roleTitle: '客户经理', team: '华东', ...facts });
}
