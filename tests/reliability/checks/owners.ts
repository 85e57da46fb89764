import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { takeOwnerLock } from '#backend/database/owner-lock.ts';
import { testDirectory } from '#tests/support/test-platform.ts';
import { breachList, type Check } from '../support/check.ts';
import { type Child, startChild } from '../support/child.ts';

const atOnce = 20;
const freeWithinMs = 1_000;

/** D9: of 20 processes started at once on one folder, one opens it. */
export const ownersCheck: Check = {
  about: `D9: ${atOnce} processes at once; one opens, the others end without touching the file`,
  runs: 3,
  async run({ runs }) {
    const { breaches, expect } = breachList();
    const figures = { processes: 0, owners: 0, slowestRefusalMs: 0, slowestFreeMs: 0 };
    for (let run = 0; run < runs; run += 1) {
      const directory = testDirectory();
      const children = Array.from({ length: atOnce }, () => startChild('open', [directory]));
      const said = await Promise.all(children.map((child) => firstLine(child)));
      const owners = children.filter((_child, index) => said[index] === 'open');
      expect(owners.length === 1, `run ${run}: ${owners.length} opened the folder`);
      expect(
        said.every((line) => line === 'open' || line === 'in_use'),
        `run ${run}: ${said.join()}`,
      );
      figures.processes += atOnce;
      figures.owners += owners.length;
      figures.slowestRefusalMs = Math.max(figures.slowestRefusalMs, await refusalMs(directory));
      expect(!touchesFile(directory), `run ${run}: a refused process opened the file`);
      for (const owner of owners) await owner.kill();
      const freeMs = await untilFreeMs(directory);
      figures.slowestFreeMs = Math.max(figures.slowestFreeMs, freeMs);
      expect(
        freeMs <= freeWithinMs,
        `run ${run}: the folder is not free ${freeMs} ms after a kill`,
      );
      expect(
        (await opens(directory)) === 'open',
        `run ${run}: the folder does not open after a kill`,
      );
    }
    return { figures, breaches };
  },
};

async function firstLine(child: Child): Promise<string> {
  await child.until('');
  return child.lines[0] ?? '';
}

async function refusalMs(directory: string): Promise<number> {
  const start = performance.now();
  await startChild('open', [directory]).exited;
  return Math.round(performance.now() - start);
}

/** From the end of the owner until this process can have the folder, without the time it takes to start one. */
async function untilFreeMs(directory: string): Promise<number> {
  const start = performance.now();
  for (;;) {
    const lock = takeOwnerLock(directory);
    const ms = Math.round(performance.now() - start);
    lock?.release();
    if (lock !== null || ms > freeWithinMs) return ms;
    await wait(10);
  }
}

async function opens(directory: string): Promise<string> {
  const child = startChild('open', [directory]);
  const line = await firstLine(child);
  await child.kill();
  return line;
}

/** Looks at the system calls of a process that is refused, where that can be done. */
function touchesFile(directory: string): boolean {
  const trace = join(directory, 'trace');
  try {
    const script = join(import.meta.dirname, '../children/open.ts');
    const traced = ['-f', '-e', 'trace=openat,open,unlink,rename', '-o', trace];
    execFileSync('strace', [...traced, process.execPath, script, directory], { stdio: 'ignore' });
  } catch {
    if (!existsSync(trace))
      console.error('owners: strace is not there, system calls not looked at');
  }
  return existsSync(trace) && readFileSync(trace, 'utf8').includes('bellwether.db');
}
