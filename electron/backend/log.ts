import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log, LogFields } from './platform.ts';

const rotateAtBytes = 1_000_000;
const keptFiles = 5;

/**
 * A log of codes, counts and stacks, one JSON line each. Messages of errors are left out because
 * they may quote what a person wrote; the stack's frames are not.
 */
export function fileLog(directory: string): Log {
  const file = join(directory, 'app.log');
  const write = (line: object) => {
    try {
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      rotate(file);
      appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
    } catch {
      // A log that cannot be written must not stop the work.
    }
  };
  return {
    info: (event, fields) => write({ at: new Date().toISOString(), event, ...fields }),
    error: (event, error, fields) =>
      write({ at: new Date().toISOString(), event, ...codesOf(error), ...fields }),
  };
}

function codesOf(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '));
  const code = 'code' in error ? String(error.code) : null;
  return { error: error.name, code, stack: frames?.join('\n') ?? null };
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < rotateAtBytes) return;
  for (let index = keptFiles - 2; index >= 0; index -= 1) {
    const from = index === 0 ? file : `${file}.${index}`;
    if (statSync(from, { throwIfNoEntry: false })) renameSync(from, `${file}.${index + 1}`);
  }
}
