import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLoopback } from '#tests/support/start-loopback.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { expectAccessible } from '../support/accessible.ts';
import { test as base, expect, watch } from '../support/fixtures.ts';

/** A data folder whose file was damaged while the app was closed. */
const test = base.extend<{ damaged: { url: string; file: string } }>({
  damaged: async ({ page }, use) => {
    const dataDirectory = mkdtempSync(join(tmpdir(), 'bellwether-e2e-'));
    const file = join(dataDirectory, 'bellwether.db');
    await (await startLoopback({ dataDirectory })).close();
    writeFileSync(file, randomBytes(statSync(file).size));
    const host = await startLoopback({ dataDirectory });
    const problems: string[] = [];
    watch(page, new URL(host.url).origin, problems);
    await use({ url: host.url, file });
    // Before the host goes: a page without one says so.
    const found = [...problems];
    await host.close();
    rmSync(dataDirectory, { recursive: true });
    expect(found).toEqual([]);
  },
});

for (const locale of ['zh-CN', 'en-US']) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test('a damaged file is named in plain words and nothing is deleted', async ({
      page,
      damaged,
    }) => {
      const before = statSync(damaged.file);
      const shell = new ShellPage(page);
      await shell.open(damaged.url);
      await expect(shell.title).toHaveText(/^(数据文件已损坏|The data file is damaged)$/);
      await expect(page.getByText('bellwether.db')).toBeVisible();
      await expect(page.getByRole('button', { name: /数据文件夹|data folder/ })).toBeVisible();
      await expect(page.getByRole('button', { name: /删除|delete/i })).toHaveCount(0);
      await expectAccessible(page);
      const after = statSync(damaged.file);
      expect([after.size, after.mtimeMs]).toEqual([before.size, before.mtimeMs]);
    });
  });
}
