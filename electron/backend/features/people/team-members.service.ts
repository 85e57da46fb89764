import type { PersonSummary } from '#shared/contract/person-records.ts';
import type { QueryContext } from '../../rpc/context.ts';
import { listMembers } from './person.repository.ts';
import { listLeavesBetween } from './person-leave.repository.ts';

/** Someone in the team today, with what the rhythm of one-on-ones needs. */
export type TeamMember = {
  person: PersonSummary;
  joinedOn: string | null;
  cadenceDays: number | null;
  leaves: { fromOn: string; toOn: string }[];
};

const always = { fromOn: '0000-01-01', toOn: '9999-12-31' };

export async function listTeamMembers({
  db,
  today,
}: Pick<QueryContext, 'db' | 'today'>): Promise<TeamMember[]> {
  const leaves = Map.groupBy(await listLeavesBetween(db, always), ({ personId }) => personId);
  const members = await listMembers(db, today);
  return members.map((member) => ({ ...member, leaves: leaves.get(member.person.id) ?? [] }));
}
