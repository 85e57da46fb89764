import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppClient } from '#backend/router.ts';
import type { Bench, Figure } from './figure.ts';
import { residentMb } from './support/resident-memory.ts';
import { startApp } from './support/running-app.ts';

export const memoryBackend: Figure = {
  name: 'memory-backend',
  about: 'the host after every large question was asked | the host on an empty workspace',
  async measure({ endApp, browser, workspace }) {
    await endApp();
    const empty = mkdtempSync(join(tmpdir(), 'bellwether-bench-'));
    const limit = await memoryAfter(browser, empty, async (client) => {
      await client.settings.getSettings();
    });
    rmSync(empty, { recursive: true });
    const value = await memoryAfter(browser, workspace.folder, (client) =>
      askMuch(client, workspace.personId),
    );
    return { value, limit, unit: 'MB' };
  },
};

async function memoryAfter(
  browser: Bench['browser'],
  folder: string,
  use: (client: AppClient) => Promise<void>,
): Promise<number> {
  const app = await startApp(browser, folder);
  await use(app.client);
  const mb = residentMb(app.pid);
  await app.close();
  return mb;
}

async function askMuch({ deals, coaching, today }: AppClient, personId: string): Promise<void> {
  const sort = { by: 'closeOn', descending: false } as const;
  for (let round = 0; round < 5; round += 1) {
    await deals.getBoard({ filter: {} });
    await deals.getTable({ filter: {}, sort });
    await deals.listDealIds({ filter: {}, sort });
    await coaching.getPrep({ personId });
    await today.getToday();
  }
}
