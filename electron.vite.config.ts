import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { rareCharacters } from './renderer/app/theme/rare-characters.ts';

const here = import.meta.dirname;
const entry = (path: string) => resolve(here, path);

/**
 * `dependencies` in package.json are what runs from node_modules (the native database driver and
 * the browser driver); everything else is bundled. The worker and its jobs are entries of their
 * own because a worker thread is started from a file.
 */
export default defineConfig({
  main: {
    // Its entry for Node declares a `require`, which every chunk of the main build has already.
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: {
          index: entry('electron/main/index.ts'),
          loopback: entry('electron/loopback/index.ts'),
          worker: entry('electron/backend/worker.ts'),
          'backup-job': entry('electron/backend/jobs/backup-job.ts'),
          'check-job': entry('electron/backend/jobs/check-job.ts'),
          'import-job': entry('electron/backend/jobs/import-job.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: entry('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: entry('renderer'),
    build: {
      outDir: 'out/renderer',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 3000,
      rollupOptions: { input: { index: entry('renderer/index.html') } },
    },
    plugins: [react(), rareCharacters()],
  },
});
