import { defineConfig } from '@playwright/test';
import { chromiumPath } from '../support/chromium.ts';

export default defineConfig({
  testDir: '.',
  globalSetup: './support/build-app.ts',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: chromiumPath() },
    trace: 'retain-on-failure',
  },
});
