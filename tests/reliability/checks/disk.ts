import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkspace, type Workspace } from '#backend/workspace/workspace.ts';
import { testDirectory, testPlatform } from '#tests/support/test-platform.ts';
import { breachList, type Check } from '../support/check.ts';
import { addPair, pairsIn } from '../support/people.ts';
import { type Random, randomFrom } from '../support/random.ts';

const diskBytes = 7_000_000;
/** What is freed at the end has room for the log to be carried into the file. */
const ballastBytes = { least: 3_500_000, more: 2_000_000 };
const quiet = { log: { info: () => undefined, error: () => undefined } };

/** D4, K3: a disk that fills up at any point, and a folder that became read-only. */
export const diskCheck: Check = {
  about: 'D4, K3: a small disk is filled; nothing acknowledged is lost, the reason given is true',
  runs: 50,
  async run({ runs, seed }) {
    const { breaches, expect } = breachList();
    const figures = { fills: 0, acknowledged: 0, lost: 0, told: 0 };
    const random = randomFrom(seed);
    for (let run = 0; run < runs; run += 1) {
      const disk = testDirectory();
      if (!mount('-t', 'tmpfs', '-o', `size=${diskBytes}`, 'tmpfs', disk)) {
        console.error('disk: skipped, no right to mount a small disk');
        return { figures: { skipped: 'no right to mount' }, breaches };
      }
      try {
        const found = await fillUp(disk, random);
        figures.fills += 1;
        figures.acknowledged += found.acknowledged;
        figures.lost += found.lost;
        figures.told += found.reasons.join() === 'disk_full,disk_full,open,read_only,open' ? 1 : 0;
        expect(found.lost === 0, `run ${run}: ${found.lost} acknowledged saves are lost`);
        expect(figures.told === figures.fills, `run ${run}: it said ${found.reasons.join()}`);
      } finally {
        spawnSync('umount', ['-l', disk]);
      }
    }
    return { figures, breaches };
  },
};

function mount(...args: string[]): boolean {
  return spawnSync('mount', args, { stdio: 'ignore' }).status === 0;
}

async function fillUp(disk: string, random: Random) {
  const directory = join(disk, 'data');
  const ballast = join(disk, 'ballast');
  const platform = testPlatform(directory, { platform: quiet });
  let workspace = await openWorkspace(platform);
  writeFileSync(ballast, Buffer.alloc(ballastBytes.least + random.below(ballastBytes.more)));
  const { acknowledged, failure } = await saveUntilFull(workspace);
  const answersWhenFull = await lostOf(workspace, acknowledged);
  fillTheRest(ballast);
  await workspace.close({ withBackup: false });
  const reasons = [failure];
  workspace = await openWorkspace(platform);
  reasons.push(reasonOf(workspace));
  rmSync(ballast);
  await workspace.reopen();
  reasons.push(reasonOf(workspace));
  const lost = answersWhenFull + (await lostOf(workspace, acknowledged));
  await workspace.close({ withBackup: false });
  mount('-o', 'remount,ro', disk);
  workspace = await openWorkspace(platform);
  reasons.push(reasonOf(workspace));
  mount('-o', 'remount,rw', disk);
  await workspace.reopen();
  reasons.push(reasonOf(workspace));
  await workspace.close({ withBackup: false });
  return { acknowledged: acknowledged.length, lost, reasons };
}

async function saveUntilFull(workspace: Workspace) {
  const acknowledged: string[] = [];
  for (;;) {
    const id = `pair-${acknowledged.length}-${'x'.repeat(2000)}`;
    try {
      await addPair(workspace, id);
      acknowledged.push(id);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      return { acknowledged, failure: /FULL|IOERR|ENOSPC/.test(code) ? 'disk_full' : code };
    }
  }
}

/** How many acknowledged saves are missing or half there. */
async function lostOf(workspace: Workspace, acknowledged: readonly string[]): Promise<number> {
  const { people, leaves } = await pairsIn(workspace);
  return acknowledged.filter((id) => !people.has(id) || !leaves.has(id)).length;
}

function fillTheRest(ballast: string): void {
  for (let part = 1_000_000; part >= 1; part = Math.floor(part / 4)) {
    try {
      for (;;) writeFileSync(ballast, Buffer.alloc(part), { flag: 'a' });
    } catch {
      // Nothing of this size fits any more.
    }
  }
}

function reasonOf(workspace: Workspace): string {
  const status = workspace.status();
  return status.state === 'open' ? 'open' : status.reason;
}
