import { z } from 'zod';
import { AppError } from '../app-error.ts';
import { canonicalJson } from './canonical-json.ts';

/** JSON in a column that is kept as it was written, whatever version of the app reads it. */
export type StoredJson<T> = {
  /** `{"content":…,"version":n}`, names in order; content that could not be read back is refused. */
  write(content: T): string;
  /** @throws AppError saved_by_newer */
  read(text: string): T;
  /** Null for what a newer app wrote, where a list can do without it. */
  readIfKnown(text: string): T | null;
};

const envelope = z.object({ version: z.int().min(1), content: z.unknown() });

/**
 * One parser for each shape the content ever had, the oldest first; each gives the shape of today,
 * so an old one ends in a `transform`. A test reads a literal of every version: when a change of a
 * schema breaks one, copy the old schema here, let it lift what it reads, and add the new one.
 */
export function storedJson<T>(...versions: readonly [z.ZodType<T>, ...z.ZodType<T>[]]) {
  const newest = versions.at(-1) ?? versions[0];
  const readIfKnown = (text: string): T | null => {
    const { version, content } = envelope.parse(JSON.parse(text));
    return versions[version - 1]?.parse(content) ?? null;
  };
  return {
    write(content) {
      newest.parse(content);
      return canonicalJson({ version: versions.length, content });
    },
    read(text) {
      const content = readIfKnown(text);
      if (content === null) throw new AppError('saved_by_newer');
      return content;
    },
    readIfKnown,
  } satisfies StoredJson<T>;
}
