import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspaceKind } from '#shared/contract/workspace.ts';
import type { Platform } from '../platform.ts';

export type WorkspaceFiles = {
  /** Relative to the data folder. */
  names: Readonly<Record<WorkspaceKind, string>>;
  sampleDirectory: string;
  path(kind: WorkspaceKind): string;
  /** The sample is in use for as long as its file is there. */
  lastUsed(): WorkspaceKind;
  /** True when a file is there, or the log of one that went. */
  hasData(): boolean;
};

const sampleName = 'sample';
const names = { own: 'bellwether.db', sample: join(sampleName, 'sample.db') } as const;

export function workspaceFiles({ dataDirectory }: Platform): WorkspaceFiles {
  const path = (kind: WorkspaceKind) => join(dataDirectory, names[kind]);
  return {
    names,
    sampleDirectory: join(dataDirectory, sampleName),
    path,
    lastUsed: () => (existsSync(path('sample')) ? 'sample' : 'own'),
    hasData: () =>
      [path('own'), path('sample')].some((file) => existsSync(file) || existsSync(`${file}-wal`)),
  };
}
