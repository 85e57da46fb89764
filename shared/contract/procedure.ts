import { oc } from '@orpc/contract';

/**
 * The three kinds of procedure.
 * - `query` reads, in one read transaction;
 * - `command` writes, in one transaction that is one step of undo;
 * - `task` holds no transaction of its own: imports, documents, backups. It may report progress.
 */
export type QueryMeta = { kind: 'query' };
export type CommandMeta = { kind: 'command' };
export type TaskMeta = { kind: 'task' };

export const query = oc.$meta<QueryMeta>({ kind: 'query' });
export const command = oc.$meta<CommandMeta>({ kind: 'command' });
export const task = oc.$meta<TaskMeta>({ kind: 'task' });
