import { writeSync } from 'node:fs';

/** Tells the parent, at once: a buffered line would be lost with a kill. */
export function say(line: string): void {
  writeSync(1, `${line}\n`);
}
