import { openWorkspace } from '#backend/workspace/workspace.ts';
import { testDirectory, testPlatform } from '#tests/support/test-platform.ts';
import { breachList, type Check } from '../support/check.ts';
import { pause, startChild } from '../support/child.ts';
import { fillPeople } from '../support/people.ts';
import { randomFrom } from '../support/random.ts';

const people = 3_000;

/** B3: kill -9 while backups are made; every listed one is whole. */
export const backupKillCheck: Check = {
  about: 'B3: kill -9 while backups are made; no bad one is ever listed',
  runs: 40,
  async run({ runs, seed }) {
    const { breaches, expect } = breachList();
    const random = randomFrom(seed);
    const figures = { kills: 0, acknowledged: 0, listed: 0, bad: 0 };
    const directory = testDirectory();
    const first = await openWorkspace(testPlatform(directory));
    await fillPeople(first, people);
    await first.close({ withBackup: false });
    for (let run = 0; run < runs; run += 1) {
      const child = startChild('back-up', [directory, `run-${run}`]);
      await child.until('open');
      if (random.oneIn(2)) await child.until('ack');
      await pause(random.below(700));
      await child.kill();
      const acknowledged = child.lines.filter((line) => line.startsWith('ack ')).length;
      const workspace = await openWorkspace(testPlatform(directory));
      const listed = workspace.backups.list();
      // Rotation lets older ones of the same day go; the newest are looked at after each kill.
      for (const { seq } of listed) {
        const isGood = await workspace.backups.verify(seq);
        expect(isGood, `run ${run}: backup ${seq} was listed and is bad`);
        if (!isGood) figures.bad += 1;
      }
      expect(acknowledged === 0 || listed.length > 0, `run ${run}: no backup is left`);
      figures.kills += 1;
      figures.acknowledged += acknowledged;
      figures.listed += listed.length;
      await workspace.close({ withBackup: false });
    }
    return { figures, breaches };
  },
};
