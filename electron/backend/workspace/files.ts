import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { WorkspaceKind } from '#shared/contract/workspace.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import { KeyError, type UnlockedKeys, unlockKeys } from '../keys/key-service.ts';
import type { Platform } from '../platform.ts';
import { ClosedError } from './closed-error.ts';
import { openWorkspaceFile } from './open-file.ts';

export type WorkspaceFiles = {
  /** Relative to the data folder. */
  names: Readonly<Record<WorkspaceKind, string>>;
  sampleDirectory: string;
  path(kind: WorkspaceKind): string;
  /** The sample is in use for as long as its file is there. */
  lastUsed(): WorkspaceKind;
};

const sampleDirectory = 'sample';
const names = { own: 'bellwether.db', sample: join(sampleDirectory, 'sample.db') } as const;

export function workspaceFiles({ dataDirectory }: Platform): WorkspaceFiles {
  const path = (kind: WorkspaceKind) => join(dataDirectory, names[kind]);
  return {
    names,
    sampleDirectory,
    path,
    lastUsed: () => (existsSync(path('sample')) ? 'sample' : 'own'),
  };
}

/** Unlocks the key and opens the file of one kind. @throws ClosedError */
export async function openKind(
  platform: Platform,
  files: WorkspaceFiles,
  kind: WorkspaceKind,
): Promise<OpenDatabase> {
  const keys = await unlock(platform, files);
  const file = files.path(kind);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return openWorkspaceFile({ file, key: keys.keyFor(kind) }, kind, async () => {});
}

async function unlock(platform: Platform, files: WorkspaceFiles): Promise<UnlockedKeys> {
  try {
    return await unlockKeys(platform, existsSync(files.path('own')));
  } catch (error) {
    if (error instanceof KeyError) throw new ClosedError(error.reason, { cause: error });
    throw error;
  }
}
