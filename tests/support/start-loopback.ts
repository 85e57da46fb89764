import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const startTimeoutMs = 30_000;

export type StartLoopbackOptions = {
  /** An existing folder, to start again on the same data; kept afterwards. */
  dataDirectory?: string;
  sample?: boolean;
  /** Added to the host's clock. */
  clockOffsetMs?: number;
};

export type RunningLoopback = {
  /** The app's address; opens it once. */
  url: string;
  dataDirectory: string;
  /** Another address that opens the app once, for another page. */
  newUrl(): Promise<string>;
  /** Id of the host's process, to measure or kill it. */
  pid: number;
  /** All that the host has written. */
  output(): string;
  /** Ends the host as Ctrl+C does and removes its data folder, unless one was given. */
  close(): Promise<void>;
};

/** Starts the built app (`out/main/loopback.js`) without a window, as `npm start` does. */
export async function startLoopback(options: StartLoopbackOptions = {}): Promise<RunningLoopback> {
  const entry = join(root, 'out/main/loopback.js');
  if (!existsSync(entry)) throw new Error('The app is not built: npm run build');
  const dataDirectory = options.dataDirectory ?? mkdtempSync(join(tmpdir(), 'bellwether-e2e-'));
  const child = spawn(process.execPath, [entry, ...flags(options, dataDirectory)], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const terminal = readTerminal(child);
  const close = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    }
    if (options.dataDirectory === undefined)
      rmSync(dataDirectory, { recursive: true, force: true });
  };
  return {
    url: await terminal.nextAddress(),
    dataDirectory,
    newUrl: () => {
      child.stdin?.write('\n');
      return terminal.nextAddress();
    },
    pid: child.pid ?? 0,
    output: terminal.output,
    close,
  };
}

function flags({ sample, clockOffsetMs }: StartLoopbackOptions, dataDirectory: string): string[] {
  return [
    '--no-window',
    '--data-dir',
    dataDirectory,
    ...(sample ? ['--sample'] : []),
    ...(clockOffsetMs === undefined ? [] : ['--clock-offset-ms', String(clockOffsetMs)]),
  ];
}

/** Reads the addresses that the host prints, each once. */
function readTerminal(child: ChildProcess) {
  let text = '';
  let read = 0;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  }
  return {
    output: () => text,
    async nextAddress(): Promise<string> {
      const end = performance.now() + startTimeoutMs;
      for (;;) {
        const match = /http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]{43}/.exec(text.slice(read));
        if (match !== null) {
          read += match.index + match[0].length;
          return match[0];
        }
        if (child.exitCode !== null || performance.now() > end) {
          throw new Error(`The loopback host gave no address:\n${text}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}
