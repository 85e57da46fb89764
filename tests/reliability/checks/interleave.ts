import { openWorkspace, type Workspace } from '#backend/workspace/workspace.ts';
import { testDirectory, testPlatform } from '#tests/support/test-platform.ts';
import { breachList, type Check } from '../support/check.ts';
import { insertPair, pairsIn } from '../support/people.ts';
import { type Random, randomFrom } from '../support/random.ts';

const callersAtOnce = 25;

type Outcome = 'acknowledged' | 'refused' | 'unknown';

/** D3: commands that wait, throw and are given up in every order never break each other. */
export const interleaveCheck: Check = {
  about: 'D3: commands interleaved, 10 % throw inside, 5 % are given up; acknowledged = present',
  runs: 10_000,
  async run({ runs, seed }) {
    const { breaches, expect } = breachList();
    const random = randomFrom(seed);
    const workspace = await openWorkspace(testPlatform(testDirectory()));
    workspace.database.connection.pragma('synchronous = normal');
    const outcomes = new Map<string, Outcome>();
    for (let start = 0; start < runs; start += callersAtOnce) {
      const ids = Array.from(
        { length: Math.min(callersAtOnce, runs - start) },
        (_, i) => `c${start + i}`,
      );
      await Promise.all(ids.map(async (id) => outcomes.set(id, await call(workspace, id, random))));
    }
    const { people, leaves } = await pairsIn(workspace);
    const figures = { calls: runs, acknowledged: 0, refused: 0, unknown: 0 };
    for (const [id, outcome] of outcomes) {
      figures[outcome] += 1;
      expect(people.has(id) === leaves.has(id), `${id} is torn`);
      if (outcome === 'acknowledged')
        expect(people.has(id), `${id} was acknowledged and is not there`);
      if (outcome === 'refused') expect(!people.has(id), `${id} was refused and is there`);
    }
    await workspace.close({ withBackup: false });
    return { figures, breaches };
  },
};

/** One caller: waits here and there, reads in between, throws or gives up. */
async function call(workspace: Workspace, id: string, random: Random): Promise<Outcome> {
  const throws = random.oneIn(10);
  const givesUp = random.oneIn(20);
  await ticks(random.below(4));
  const work = workspace
    .runCommand('test.call', async (context) => {
      await ticks(random.below(3));
      await insertPair(context, id);
      if (random.oneIn(5)) await pairCount(workspace);
      await ticks(random.below(3));
      if (throws) throw new Error('inside');
    })
    .then(
      () => 'acknowledged' as const,
      () => 'refused' as const,
    );
  if (!givesUp) return work;
  const given = await Promise.race([work, ticks(3).then(() => 'unknown' as const)]);
  await work;
  return given;
}

function pairCount(workspace: Workspace): Promise<unknown> {
  return workspace.runQuery(({ db }) =>
    db.selectFrom('person').select(db.fn.countAll().as('count')).execute(),
  );
}

async function ticks(count: number): Promise<void> {
  for (let tick = 0; tick < count; tick += 1) await new Promise((resolve) => setImmediate(resolve));
}
