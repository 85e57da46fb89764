import { openWorkspace } from '#backend/workspace/workspace.ts';
import { testDirectory, testPlatform } from '#tests/support/test-platform.ts';
import { breachList, type Check } from '../support/check.ts';
import { pause, startChild } from '../support/child.ts';
import { randomFrom } from '../support/random.ts';

/** The page saves after a pause of 800 ms and every 5 s at most. */
const lostAtMostMs = 5_000;

/** D1 for notes: kill -9 while a long text is typed and saved. */
export const typingCheck: Check = {
  about: 'D1: kill -9 while typing; no saved text is lost, at most 5 s of typing',
  runs: 50,
  async run({ runs, seed }) {
    const { breaches, expect } = breachList();
    const random = randomFrom(seed);
    const figures = { kills: 0, saves: 0, lost: 0, worstGapMs: 0 };
    const directory = testDirectory();
    for (let run = 0; run < runs; run += 1) {
      const id = `writer-${run}`;
      const child = startChild('type', [directory, id]);
      await child.until('ack');
      await pause(random.below(300));
      const killedAt = Date.now();
      await child.kill();
      const saved = child.lines.filter((line) => line.startsWith('ack ')).map(lengthIn);
      const text = await noteOf(directory, id);
      const lastTyped = Number(text.trim().split('\n').at(-1)?.split(' ')[0]);
      const gap = killedAt - lastTyped;
      expect(text.length >= (saved.at(-1) ?? 0), `run ${run}: a saved text is gone`);
      expect(gap <= lostAtMostMs, `run ${run}: ${gap} ms of typing are gone`);
      figures.kills += 1;
      figures.saves += saved.length;
      figures.worstGapMs = Math.max(figures.worstGapMs, gap);
    }
    figures.lost = breaches.length;
    return { figures, breaches };
  },
};

function lengthIn(line: string): number {
  return Number(line.slice(4));
}

async function noteOf(directory: string, id: string): Promise<string> {
  const workspace = await openWorkspace(testPlatform(directory));
  const row = await workspace.runQuery(({ db }) =>
    db.selectFrom('person').select('private_note').where('id', '=', id).executeTakeFirstOrThrow(),
  );
  await workspace.close({ withBackup: false });
  return row.private_note;
}
