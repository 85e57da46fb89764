import { openWorkspace } from '#backend/workspace/workspace.ts';
import { testDirectory, testPlatform } from '#tests/support/test-platform.ts';
import { breachList, type Check } from '../support/check.ts';
import { pause, startChild } from '../support/child.ts';
import { pairsIn } from '../support/people.ts';
import { randomFrom } from '../support/random.ts';

/** Files are used again, as a manager's is, so that damage would add up. */
const killsPerFile = 10;

/** D1: what was acknowledged over a pipe after the promise is there after kill -9. */
export const killCheck: Check = {
  about: 'D1: kill -9 while saving; nothing acknowledged is lost, nothing is half there',
  runs: 100,
  async run({ runs, seed }) {
    const { breaches, expect } = breachList();
    const random = randomFrom(seed);
    const figures = { kills: 0, acknowledged: 0, lost: 0, torn: 0, unacknowledged: 0 };
    let directory = testDirectory();
    let acknowledged: string[] = [];
    for (let run = 0; run < runs; run += 1) {
      if (run % killsPerFile === 0) [directory, acknowledged] = [testDirectory(), []];
      const child = startChild('write', [directory, `run-${run}`]);
      // The first save comes late on a busy machine; the kill is to come while there are more.
      await child.until('ack');
      await pause(random.below(250));
      await child.kill();
      acknowledged.push(...acknowledgedBy(child.lines));
      const workspace = await openWorkspace(testPlatform(directory));
      expect(workspace.status().state === 'open', `run ${run}: does not open`);
      const { people, leaves } = await pairsIn(workspace);
      const lost = acknowledged.filter((id) => !people.has(id) || !leaves.has(id));
      const torn = [...people, ...leaves].filter((id) => people.has(id) !== leaves.has(id));
      expect(lost.length === 0, `run ${run}: lost ${lost.join()}`);
      expect(torn.length === 0, `run ${run}: torn ${torn.join()}`);
      const state = workspace.database.connection.pragma('integrity_check(1)', { simple: true });
      expect(state === 'ok', `run ${run}: ${state}`);
      figures.kills += 1;
      figures.acknowledged += acknowledgedBy(child.lines).length;
      figures.lost += lost.length;
      figures.torn += torn.length;
      figures.unacknowledged += newIn(people, run) - acknowledgedBy(child.lines).length;
      await workspace.close({ withBackup: false });
    }
    expect(figures.acknowledged >= runs, 'too few saves to say anything');
    return { figures, breaches };
  },
};

function acknowledgedBy(lines: readonly string[]): string[] {
  return lines.filter((line) => line.startsWith('ack ')).map((line) => line.slice(4));
}

/** At most one of a run was saved and killed before it could be acknowledged. */
function newIn(people: ReadonlySet<string>, run: number): number {
  return [...people].filter((id) => id.startsWith(`run-${run}-`)).length;
}
