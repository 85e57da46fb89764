import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export type Child = {
  process: ChildProcess;
  /** Every line it has printed so far. */
  lines: string[];
  /** Resolves with the first line that begins so. @throws when the child ends before */
  until(start: string): Promise<string>;
  /** Ends it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
  /** Resolves with its exit code, or null when a signal ended it. */
  exited: Promise<number | null>;
};

export type ChildOptions = { wrapper?: readonly string[]; uid?: number };

/** Starts `children/<name>.ts` in a process of its own, which says what it did line by line. */
export function startChild(
  name: string,
  args: readonly string[],
  { wrapper = [], uid }: ChildOptions = {},
): Child {
  const script = join(root, 'tests/reliability/children', `${name}.ts`);
  const [command = '', ...rest] = [...wrapper, process.execPath, script, ...args];
  const started = spawn(command, rest, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const lines: string[] = [];
  const reader = createInterface({ input: started.stdout });
  reader.on('line', (line) => lines.push(line));
  const read = once(reader, 'close');
  const exited = once(started, 'close').then(async ([code]) => {
    // Its last lines are read after it is gone.
    await read;
    return code as number | null;
  });
  return {
    process: started,
    lines,
    exited,
    async until(start) {
      for (;;) {
        const found = lines.find((line) => line.startsWith(start));
        if (found !== undefined) return found;
        const next = once(reader, 'line').then(() => 'line' as const);
        const ended = exited.then(() => 'ended' as const);
        if (
          (await Promise.race([next, ended])) === 'ended' &&
          !lines.some((l) => l.startsWith(start))
        ) {
          throw new Error(`The child ended before it said "${start}": ${lines.join(' | ')}`);
        }
      }
    },
    async kill() {
      started.kill('SIGKILL');
      await exited;
    },
  };
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
