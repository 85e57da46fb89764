import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { removeTestDirectories, testDirectory } from '#tests/support/start-backend.ts';

const root = join(import.meta.dirname, '../..');
afterAll(removeTestDirectories);

/** Electron's program, as its installer records it; null where only the package is there. */
function electronProgram(): string | null {
  const folder = join(root, 'node_modules/electron');
  const record = join(folder, 'path.txt');
  if (!existsSync(record)) return null;
  const program = join(folder, 'dist', readFileSync(record, 'utf8').trim());
  return existsSync(program) ? program : null;
}

function reasonToSkip(program: string | null): string | null {
  if (program === null) return 'the Electron binary is not installed (npx install-electron)';
  if (!existsSync(join(root, 'out/main/index.js'))) return 'the app is not built (npm run build)';
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const isShown = process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY;
  return isShown ? null : 'there is no display';
}

test('the real Electron shows the page, without Node, and reaches the backend', async (context) => {
  const program = electronProgram();
  const reason = reasonToSkip(program);
  if (program === null || reason !== null) {
    console.log(`Electron smoke skipped: ${reason}`);
    return context.skip(reason ?? '');
  }
  const isRoot = process.getuid?.() === 0;
  const electron = await _electron.launch({
    executablePath: program,
    args: [...(isRoot ? ['--no-sandbox'] : []), root, '--data-dir', testDirectory()],
  });
  try {
    const page = await electron.firstWindow();
    expect(page.url()).toMatch(/^app:\/\/bellwether\//);
    const powers = await page.evaluate(
      () => `${typeof Reflect.get(window, 'require')} ${typeof Reflect.get(window, 'process')}`,
    );
    expect(powers).toBe('undefined undefined');
    await page.locator('h1, [role="alert"]').first().waitFor({ timeout: 30_000 });
  } finally {
    await electron.close();
  }
}, 120_000);
