import { createRouterClient } from '@orpc/server';
import { createBackend } from '#backend/create-backend.ts';
import { type AppClient, router } from '#backend/router.ts';
import type { Workspace } from '#backend/workspace/workspace.ts';
import type { WorkspaceKind } from '#shared/contract/workspace.ts';
import {
  type TestPlatform,
  type TestPlatformOptions,
  testDirectory,
  testPlatform,
} from './test-platform.ts';

export { removeTestDirectories, testDirectory, testPlatform } from './test-platform.ts';

export type TestBackend = {
  /** The contract, in process. */
  client: AppClient;
  platform: TestPlatform;
  workspace: Workspace;
  dataDirectory: string;
  /** Closes the backend and keeps its files; leaves out the backup at quit, to be quick. */
  stop(): Promise<void>;
  /** Closes it as the app does at quit. */
  quit(): Promise<void>;
};

export type StartBackendOptions = TestPlatformOptions & {
  /** An existing folder, to start again on the same files. */
  dataDirectory?: string;
  kind?: WorkspaceKind;
};

/** Starts a real backend on a real encrypted file, with a clock and ids that repeat. */
export async function startBackend(options: StartBackendOptions = {}): Promise<TestBackend> {
  const dataDirectory = options.dataDirectory ?? testDirectory();
  const platform = testPlatform(dataDirectory, options);
  const backend = await createBackend(platform, options.kind);
  return {
    client: createRouterClient(router, { context: backend.context }),
    platform,
    workspace: backend.workspace,
    dataDirectory,
    stop: () => backend.workspace.close({ withBackup: false }),
    quit: () => backend.close(),
  };
}
