import { join } from 'node:path';
import type Database from 'better-sqlite3-multiple-ciphers';
import { openConnection } from '#backend/database/open-connection.ts';
import { unlockKeys } from '#backend/keys/key-service.ts';
import type { WorkspaceKind } from '#shared/contract/workspace.ts';
import { testPlatform } from './test-platform.ts';

/** The encrypted file of a test's data folder. */
export function ownFile(dataDirectory: string): string {
  return join(dataDirectory, 'bellwether.db');
}

export async function keyOf(
  dataDirectory: string,
  kind: WorkspaceKind = 'own',
): Promise<Uint8Array> {
  const keys = await unlockKeys(testPlatform(dataDirectory), { hasData: true, spares: [] });
  return keys.keyFor(kind);
}

/** Changes a closed file behind the app's back. */
export async function editFile(
  dataDirectory: string,
  edit: (connection: Database.Database) => void,
): Promise<void> {
  const target = { file: ownFile(dataDirectory), key: await keyOf(dataDirectory) };
  const connection = openConnection(target, 'write');
  try {
    edit(connection);
  } finally {
    connection.close();
  }
}
