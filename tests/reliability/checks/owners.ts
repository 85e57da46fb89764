import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testDirectory } from '#tests/support/test-platform.ts';
import { breachList, type Check } from '../support/check.ts';
import { type Child, startChild } from '../support/child.ts';

const atOnce = 20;

/** D9: of 20 processes started at once on one folder, one opens it. */
export const ownersCheck: Check = {
  about: `D9: ${atOnce} processes at once; one opens, the others end without touching the file`,
  runs: 3,
  async run({ runs }) {
    const { breaches, expect } = breachList();
    const figures = { processes: 0, owners: 0, slowestRefusalMs: 0, slowestTakeoverMs: 0 };
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
      const takeover = await openingMs(directory);
      figures.slowestTakeoverMs = Math.max(figures.slowestTakeoverMs, takeover.ms);
      expect(takeover.line === 'open', `run ${run}: the folder is not free after a kill`);
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

async function openingMs(directory: string): Promise<{ ms: number; line: string }> {
  const start = performance.now();
  const child = startChild('open', [directory]);
  const line = await firstLine(child);
  const ms = Math.round(performance.now() - start);
  await child.kill();
  return { ms, line };
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
