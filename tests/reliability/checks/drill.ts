import { statSync } from 'node:fs';
import { trackedTables } from '#backend/database/tracked-tables.ts';
import { openWorkspace } from '#backend/workspace/workspace.ts';
import { ownFile } from '#tests/support/edit-file.ts';
import { testDirectory, testPlatform } from '#tests/support/test-platform.ts';
import { breachList, type Check } from '../support/check.ts';
import { dumpOf } from '../support/dump.ts';
import { addPair, fillPeople } from '../support/people.ts';
import { randomFrom } from '../support/random.ts';

const tables = Object.keys(trackedTables);
const people = 2_000;

/** B6: any backup, restored, holds exactly what was there when it was made. */
export const drillCheck: Check = {
  about: 'B6: a random backup is restored and compared with what was there when it was made',
  runs: 20,
  async run({ runs, seed }) {
    const { breaches, expect } = breachList();
    const random = randomFrom(seed);
    const figures = { restores: 0, megabytes: 0, backupMs: 0, restoreMs: 0 };
    const directory = testDirectory();
    const workspace = await openWorkspace(testPlatform(directory));
    await fillPeople(workspace, people);
    const dump = () => dumpOf(workspace.database.connection, tables);
    const dumps = new Map<number, string>();
    for (let run = 0; run < runs; run += 1) {
      await addPair(workspace, `run-${run}`);
      const start = performance.now();
      const { seq } = await workspace.backups.create('manual');
      figures.backupMs += performance.now() - start;
      dumps.set(seq, dump());
      await addPair(workspace, `later-${run}`);
      const before = dump();
      const chosen = random.pick(workspace.backups.list().filter((one) => dumps.has(one.seq)));
      const restoreStart = performance.now();
      await workspace.backups.restore(chosen.seq);
      figures.restoreMs += performance.now() - restoreStart;
      expect(dump() === dumps.get(chosen.seq), `run ${run}: backup ${chosen.seq} differs`);
      const copy = workspace.backups.list().find((one) => one.reason === 'before_restore');
      if (copy) dumps.set(copy.seq, before);
      figures.restores += 1;
    }
    figures.megabytes = Number((statSync(ownFile(directory)).size / 1e6).toFixed(1));
    figures.backupMs = Math.round(figures.backupMs / runs);
    figures.restoreMs = Math.round(figures.restoreMs / runs);
    await workspace.close({ withBackup: false });
    return { figures, breaches };
  },
};
