import type { ActivityFacts } from '#shared/contract/activities.ts';
import type { TestBackend } from '#tests/support/start-backend.ts';

type NewActivity = Partial<ActivityFacts> & { status?: 'planned' | 'done'; content?: string };

/** Records an activity as the manager would; what is not given is a visit that happened now. */
export async function buildActivity(
  { client, platform }: TestBackend,
  facts: NewActivity = {},
): Promise<string> {
  const { id } = await client.activities.addActivity({
    kind: 'visit',
    subject: '拜访',
    status: 'done',
    happenedAt: platform.now().toISOString(),
    ...facts,
  });
  return id;
}
