import type { Browser } from 'playwright-core';
import type { BigSize } from '#tests/support/big-workspace.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { type Bench, type Figure, type Row, toRow } from './figure.ts';
import { type PreparedWorkspace, prepareWorkspace } from './support/prepared-workspace.ts';
import { type RunningApp, startApp } from './support/running-app.ts';

export type Order = {
  figures: readonly Figure[];
  /** Sizes by name. */
  sizes: Readonly<Record<string, BigSize>>;
  runs: number;
  /** Hears what is going on. */
  say(words: string): void;
};

/** Measures the figures on a workspace of each size, made for it and removed after it. */
export async function measureAll({ figures, sizes, runs, say }: Order): Promise<Row[]> {
  const rows: Row[] = [];
  const browser = await launchChromium();
  try {
    for (const [sizeName, size] of Object.entries(sizes)) {
      say(`${sizeName}: laying ${size.deals} deals and ${size.activities} activities`);
      const workspace = await prepareWorkspace(size);
      const bench = benchOn({ browser, workspace, size, runs });
      try {
        for (const figure of figures) {
          const row = toRow(figure.name, sizeName, await figure.measure(bench));
          rows.push(row);
          say(`${sizeName}: ${row.name} ${row.value} ${row.unit}, limit ${row.limit}`);
        }
      } finally {
        await bench.endApp();
        workspace.remove();
      }
    }
  } finally {
    await browser.close();
  }
  return rows;
}

type Parts = { browser: Browser; workspace: PreparedWorkspace; size: BigSize; runs: number };

function benchOn(parts: Parts): Bench {
  let running: RunningApp | undefined;
  return {
    ...parts,
    app: async () => {
      running ??= await startApp(parts.browser, parts.workspace.folder);
      return running;
    },
    endApp: async () => {
      await running?.close();
      running = undefined;
    },
  };
}
