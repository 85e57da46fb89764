import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltApp } from './built-app.ts';
import { chromiumPath } from './chromium.ts';

export type LoopbackProcess = {
  child: ChildProcess;
  /** All that was written to the terminal so far. */
  output(): string;
  waitFor(text: string | RegExp): Promise<void>;
  /** Resolves with the exit code, or with the signal that ended it. */
  exited: Promise<number | string>;
};

/** Starts the loopback host's process. Its window, if any, is opened without a display. */
export function startLoopbackProcess(
  app: BuiltApp,
  args: readonly string[],
  environment: Record<string, string> = {},
): LoopbackProcess {
  const script = join(import.meta.dirname, 'run-loopback.ts');
  const child = spawn(
    process.execPath,
    [script, app.root, '--data-dir', app.dataDirectory, ...args],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, BELLWETHER_BROWSER: headlessBrowser(app), ...environment },
    },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  }
  const exited = once(child, 'exit').then(([code, signal]) => code ?? signal);
  return {
    child,
    exited,
    output: () => text,
    waitFor: (wanted) =>
      until(() => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text))),
  };
}

/** A browser that never needs a display: the real one behind a script. */
function headlessBrowser(app: BuiltApp): string {
  const path = join(app.root, 'browser.sh');
  writeFileSync(path, `#!/bin/sh\nexec ${chromiumPath()} --headless=new "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}

/** Command lines of all processes that name this folder, as any user of the machine sees them. */
export function commandLinesNaming(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .map(readCommandLine)
    .filter((line) => line.includes(folder));
}

function readCommandLine(pid: string): string {
  try {
    return `${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`;
  } catch {
    // It ended meanwhile.
    return '';
  }
}

export async function until(isTrue: () => boolean, timeoutMs = 30_000): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error('It did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
