import type { WorkspaceKind } from '#shared/contract/workspace.ts';
import type { BackupSource, Backups } from '../backups/backups.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import { type UnlockedKeys, unlockKeys } from '../keys/key-service.ts';
import type { Platform } from '../platform.ts';
import { toClosedError } from './closed-error.ts';
import { checkInThread } from './file-check.ts';
import type { WorkspaceFiles } from './files.ts';
import { applicationIds, openWorkspaceFile } from './open-file.ts';

export type OpenKind = {
  database: OpenDatabase;
  source: BackupSource;
  /** Resolves when every page was found sound; rejects with a ClosedError. */
  sound: Promise<void>;
};

export type Surroundings = { platform: Platform; files: WorkspaceFiles; backups: Backups };

/** Unlocks the key and opens the file of one kind. @throws ClosedError */
export async function openKind(surroundings: Surroundings, kind: WorkspaceKind): Promise<OpenKind> {
  const { platform, files, backups } = surroundings;
  const keys = await unlock(surroundings);
  const target = { file: files.path(kind), key: keys.keyFor(kind) };
  const identity = { applicationId: applicationIds[kind], keyCheck: keys.check };
  const closed: BackupSource = { ...target, ...identity, alone: (work) => work() };
  const database = await openWorkspaceFile(target, {
    kind,
    otherKeys: [keys.keyFor(kind === 'own' ? 'sample' : 'own')],
    backups: kind === 'own' ? backupsFor(backups, keys) : 'none',
    backUp: async () => {
      if (kind === 'own') await backups.create(closed, { reason: 'before_migration' });
    },
  });
  const sound = database.isChecked ? Promise.resolve() : checkInThread(platform, target);
  return { database, source: { ...closed, alone: database.alone }, sound };
}

function backupsFor({ store }: Backups, keys: UnlockedKeys) {
  if (!store.isUsed()) return 'none';
  const [newest] = store.list();
  return newest && newest.manifest.keyCheck !== keys.check ? 'other_key' : 'same_key';
}

/** @throws ClosedError */
export async function unlock({ platform, files, backups }: Surroundings): Promise<UnlockedKeys> {
  try {
    const spares = backups.store.slotFiles();
    return await unlockKeys(platform, {
      hasData: files.hasData() || backups.store.isUsed(),
      spares,
    });
  } catch (error) {
    throw toClosedError(error);
  }
}
