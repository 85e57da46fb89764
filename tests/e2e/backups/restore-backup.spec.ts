import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectLoopback } from '#tests/support/connect-loopback.ts';
import { startLoopback } from '#tests/support/start-loopback.ts';
import { BackupsPage } from '../pages/backups-page.ts';
import { SettingsPage } from '../pages/settings-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/fixtures.ts';

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ options: { sample: false, settings: { language, teamName: '华东一组' } } });

    test('a manager backs up, goes back to it, and takes that back', async ({ shell, client }) => {
      await shell.goTo('settings');
      await new SettingsPage(shell.page).openTab('backups');
      const backups = new BackupsPage(shell.page);
      await backups.create();
      await expect(backups.rows).toHaveCount(1);
      await expectAccessible(shell.page);
      await client.settings.saveSettings({ teamName: '华南二组' });
      await backups.restore(0, async () => expectAccessible(shell.page));
      await expect(shell.rail).toContainText('华东一组');
      await shell.goTo('settings');
      await new SettingsPage(shell.page).openTab('backups');
      await expect(backups.rows).toHaveCount(2);
      await backups.restore(0);
      await expect(shell.rail).toContainText('华南二组');
    });
  });
}

test('a damaged file is replaced from a backup and kept beside', async ({ page }) => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'bellwether-e2e-'));
  const first = await startLoopback({ dataDirectory });
  const { client, close } = await connectLoopback(await first.newUrl());
  await client.settings.saveSettings({ isSetUp: true, language: 'zh-CN', teamName: '华东一组' });
  await client.backups.createBackup();
  close();
  await first.close();
  const file = join(dataDirectory, 'bellwether.db');
  const broken = readFileSync(file).fill(1, 4096, 8192);
  writeFileSync(file, broken);
  const host = await startLoopback({ dataDirectory });
  const shell = new ShellPage(page);
  await shell.open(host.url);
  await expectAccessible(page);
  await new BackupsPage(page).restore(0);
  await expect(shell.rail).toContainText('华东一组');
  expect(readFileSync(join(dataDirectory, 'damaged-1', 'bellwether.db'))).toEqual(broken);
  expect(readdirSync(dataDirectory)).toContain('bellwether.db');
  await host.close();
  rmSync(dataDirectory, { recursive: true });
});

test('a backup that fails is told above every page until one succeeds', async ({
  shell,
  client,
  host,
  problems,
}) => {
  writeFileSync(join(host.dataDirectory, 'backups'), 'in the way');
  await expect(client.backups.createBackup()).rejects.toMatchObject({ code: 'backup_failed' });
  const backups = new BackupsPage(shell.page);
  await expect(backups.bar).toBeVisible();
  await expectAccessible(shell.page);
  rmSync(join(host.dataDirectory, 'backups'));
  await backups.bar.getByRole('button').click();
  await expect(backups.bar).toHaveCount(0);
  expect(problems).toEqual([]);
});
