import type { Kysely, Transaction } from 'kysely';
import type { CoreTables } from './core.table.ts';

/** All tables, joined from the features' row types. */
export type Tables = CoreTables;

/**
 * What a query may do: select. Writing through it does not compile, and the connection behind it
 * is opened read-only, so raw SQL cannot write either.
 */
export type ReadDb = Pick<
  Kysely<Tables>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'fn' | 'dynamic' | 'getExecutor'
>;

/** What a command may do; always inside the command's one transaction. */
export type WriteDb = Transaction<Tables>;
