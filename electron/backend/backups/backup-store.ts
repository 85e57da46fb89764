import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { atomicWrite, syncDirectory } from '../files/atomic-write.ts';
import { privateDirectory } from '../files/private-files.ts';
import { firstFree, slotFileName } from '../keys/slot-file.ts';
import {
  type BackupManifest,
  databaseName,
  manifestName,
  readManifest,
} from './backup-manifest.ts';

export type StoredBackup = { directory: string; manifest: BackupManifest };

/**
 * The folder of backups: one folder for each, named by its number. A backup is written under
 * another name and gets this one when it is whole and checked, so a kill never leaves a bad one.
 */
export type BackupStore = {
  /** Newest first. */
  list(): StoredBackup[];
  find(seq: number): StoredBackup | undefined;
  /** Makes the folder in which the next backup is written. */
  begin(): { seq: number; directory: string };
  /** Gives a finished backup its name. */
  finish(unfinished: { seq: number; directory: string }): StoredBackup;
  /** Empties the folder of a backup that has to be written anew. */
  clear(directory: string): void;
  discard(directory: string): void;
  remove(seq: number): void;
  setAside(seq: number): void;
  rewrite(manifest: BackupManifest): void;
  /** Copies of the slot file, newest first. */
  slotFiles(): string[];
  /** True when there is, or ever was, a backup here. */
  isUsed(): boolean;
};

const unfinishedSuffix = '.unfinished';
const damagedSuffix = '.damaged';

export function backupStore(root: string): BackupStore {
  const names = () => namesIn(root) ?? [];
  const directoryOf = (seq: number) => join(root, String(seq).padStart(6, '0'));
  const find = (seq: number) => readBackup(directoryOf(seq), seq);
  const list = () =>
    names()
      .filter((name) => /^\d{6,}$/.test(name))
      .map((name) => find(Number(name)))
      .filter((found) => found !== undefined)
      .sort((a, b) => b.manifest.seq - a.manifest.seq);
  return {
    list,
    find,
    begin() {
      privateDirectory(root);
      for (const name of names()) {
        if (name.endsWith(unfinishedSuffix)) rmSync(join(root, name), { recursive: true });
      }
      const seq = Math.max(0, ...names().map((name) => Number.parseInt(name, 10) || 0)) + 1;
      const directory = directoryOf(seq) + unfinishedSuffix;
      mkdirSync(directory, { mode: 0o700 });
      return { seq, directory };
    },
    finish({ seq, directory }) {
      renameSync(directory, directoryOf(seq));
      syncDirectory(root);
      const finished = find(seq);
      if (finished === undefined) throw new Error('A finished backup cannot be read');
      return finished;
    },
    clear(directory) {
      for (const name of readdirSync(directory)) rmSync(join(directory, name));
    },
    discard: (directory) => rmSync(directory, { recursive: true, force: true }),
    remove: (seq) => rmSync(directoryOf(seq), { recursive: true, force: true }),
    setAside: (seq) => renameSync(directoryOf(seq), firstFree(directoryOf(seq) + damagedSuffix)),
    rewrite: (manifest) =>
      atomicWrite(join(directoryOf(manifest.seq), manifestName), manifestText(manifest)),
    slotFiles: () => list().map(({ directory }) => join(directory, slotFileName)),
    isUsed: () =>
      namesIn(root)?.some((name) => /^\d{6,}/.test(name) && !name.endsWith(unfinishedSuffix)) ??
      true,
  };
}

/** @returns undefined for a folder that cannot be read */
function namesIn(root: string): string[] | undefined {
  try {
    return existsSync(root) ? readdirSync(root) : [];
  } catch {
    return undefined;
  }
}

export function manifestText(manifest: BackupManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** A folder counts when its manifest is whole and its files have the sizes it names. */
function readBackup(directory: string, seq: number): StoredBackup | undefined {
  const manifest = readManifest(directory);
  if (manifest === undefined || manifest.seq !== seq) return undefined;
  const hasFiles = Object.entries(manifest.files).every(([name, { bytes }]) => {
    const found = statSync(join(directory, name), { throwIfNoEntry: false });
    return dirname(name) === '.' && found?.isFile() && found.size === bytes;
  });
  return hasFiles && databaseName in manifest.files ? { directory, manifest } : undefined;
}
