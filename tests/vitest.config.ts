import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    root: `${import.meta.dirname}/..`,
    include: ['tests/{unit,backend,electron,reliability,architecture}/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/bundle-worker.ts'],
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
