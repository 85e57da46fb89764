import type { CommandContext } from '#backend/rpc/context.ts';
import type { Workspace } from '#backend/workspace/workspace.ts';

const at = { created_at: '2026-01-01', updated_at: '2026-01-01', deleted_at: null, rev: 1 };

/** Two rows that belong together: a person and their leave, both named by a number. */
export async function insertPair({ db }: Pick<CommandContext, 'db'>, id: string): Promise<void> {
  await db
    .insertInto('person')
    .values({ id, name: id, name_key: id, is_coached: 1, private_note: '', ...at })
    .execute();
  await db
    .insertInto('person_leave')
    .values({ id, person_id: id, from_on: '2026-01-01', to_on: '2026-01-02', ...at })
    .execute();
}

export function addPair(workspace: Workspace, id: string): Promise<void> {
  return workspace.runCommand('test.addPair', (context) => insertPair(context, id));
}

/** The ids of people and of leaves; they must be the same. */
export async function pairsIn(
  workspace: Workspace,
): Promise<{ people: Set<string>; leaves: Set<string> }> {
  return workspace.runQuery(async ({ db }) => {
    const people = await db.selectFrom('person').select('id').execute();
    const leaves = await db.selectFrom('person_leave').select('id').execute();
    return {
      people: new Set(people.map((row) => row.id)),
      leaves: new Set(leaves.map((row) => row.id)),
    };
  });
}

/** Fills a workspace with so many people, in one command. */
export function fillPeople(workspace: Workspace, count: number): Promise<void> {
  return workspace.runCommand('test.fill', async ({ db, step }) => {
    step.makeFinal();
    for (let start = 0; start < count; start += 500) {
      const rows = Array.from({ length: Math.min(500, count - start) }, (_, index) => ({
        id: `fill-${start + index}`,
        name: `第 ${start + index} 人`,
        name_key: 'x',
        is_coached: 1,
        private_note: '备注'.repeat(40),
        ...at,
      }));
      await db.insertInto('person').values(rows).execute();
    }
  });
}
