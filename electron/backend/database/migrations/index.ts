import { core } from './0001-core.ts';
import type { Migration } from './migration.ts';

/** In order; a test checks that every file here is listed and that released ones are unchanged. */
export const migrations: readonly Migration[] = [core];
