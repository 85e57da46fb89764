import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Platform } from '#backend/platform.ts';

export type TestPlatform = Platform & { clock: TestClock };

export type TestClock = {
  /** Sets the time, ISO text; it stands still until set again. */
  set(iso: string): void;
};

export type TestPlatformOptions = {
  /** ISO text; the default is a Tuesday morning. */
  now?: string;
  platform?: Partial<Platform>;
};

const directories: string[] = [];

/** A folder of its own under the temporary directory, removed by `removeTestDirectories`. */
export function testDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'bellwether-test-'));
  directories.push(directory);
  return directory;
}

export function removeTestDirectories(): void {
  for (const directory of directories.splice(0)) {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A machine whose clock stands still, whose ids repeat and whose keeper hides nothing. */
export function testPlatform(
  dataDirectory: string,
  { now = '2026-11-24T01:00:00.000Z', platform = {} }: TestPlatformOptions = {},
): TestPlatform {
  let moment = new Date(now);
  let lastId = 0;
  return {
    dataDirectory,
    resourcesDirectory: join(import.meta.dirname, '../../resources'),
    appVersion: '0.0.0-test',
    now: () => moment,
    newId: () => {
      lastId += 1;
      return testId(lastId);
    },
    printPdf: () => Promise.reject(new Error('This test prints nothing')),
    protectSecret: async (secret) => ({
      keeper: 'test',
      wrapped: Buffer.from(secret).toString('base64'),
    }),
    unprotectSecret: async ({ wrapped }) => Buffer.from(wrapped, 'base64'),
    openDataFolder: async () => {},
    setLanguage: async () => {},
    startJob: (name, workerData, limits) =>
      new Worker(new URL(`../../electron/backend/jobs/${name}.ts`, import.meta.url), {
        workerData,
        ...(limits && { resourceLimits: { maxOldGenerationSizeMb: limits.heapMb } }),
      }),
    log: { info: () => {}, error: (event, error) => reportDefect(event, error) },
    ...platform,
    clock: {
      set: (iso) => {
        moment = new Date(iso);
      },
    },
  };
}

/** A defect that a test does not expect must be seen. */
function reportDefect(event: string, error: unknown): void {
  console.error(event, error);
}

function testId(n: number): string {
  return `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}
