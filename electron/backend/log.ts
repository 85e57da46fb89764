import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log, LogFields } from './platform.ts';

const rotateAtBytes = 1_000_000;
const keptFiles = 5;

/**
 * A log of codes, counts and stacks, one JSON line each. Nothing a person wrote gets in: messages
 * of errors are left out, since they may quote it; of the stack only the frames stay, without
 * folders, which may name the user; and of the fields only what looks like a code.
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
  const log = (event: string, fields: LogFields) =>
    write({ at: new Date().toISOString(), event: codeOrNothing(event), ...codesIn(fields) });
  return {
    info: (event, fields = {}) => log(event, fields),
    error: (event, error, fields = {}) => {
      const stack = framesOf(error);
      const at = new Date().toISOString();
      write({
        at,
        event: codeOrNothing(event),
        ...codesIn({ ...codesOf(error), ...fields }),
        stack,
      });
    },
  };
}

/** Codes, ids, versions, names of procedures: nothing with a blank or beyond ASCII. */
const code = /^[\w.:/-]{1,100}$/;

function codeOrNothing(text: string): string {
  return code.test(text) ? text : '[left out]';
}

function codesIn(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      codeOrNothing(name),
      typeof value === 'string' ? codeOrNothing(value) : value,
    ]),
  );
}

function codesOf(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  return { error: error.name, code: 'code' in error ? String(error.code) : null };
}

/** A function and where it is, `insertDeal (deal.repository.ts:12:3)`, innermost first. */
const frame =
  /^ {4}at (?:async )?(?:([\w.#<>[\] ]{1,100}) \()?(?:[^()]*[/\\])?([\w.-]+:\d+:\d+)\)?$/;

function framesOf(error: unknown): string[] {
  if (!(error instanceof Error) || error.stack === undefined) return [];
  // The stack begins with the message, whose lines may look like frames.
  const messageLines = `${error.name}: ${error.message}`.split('\n').length;
  return error.stack
    .split('\n')
    .slice(messageLines)
    .flatMap((line) => {
      const [, name = '', place] = frame.exec(line) ?? [];
      return place === undefined ? [] : [name ? `${name} (${place})` : place];
    });
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < rotateAtBytes) return;
  for (let index = keptFiles - 2; index >= 0; index -= 1) {
    const from = index === 0 ? file : `${file}.${index}`;
    if (statSync(from, { throwIfNoEntry: false })) renameSync(from, `${file}.${index + 1}`);
  }
}
