import type { Browser } from 'playwright-core';
import type { BigSize } from '#tests/support/big-workspace.ts';
import type { PreparedWorkspace } from './support/prepared-workspace.ts';
import type { RunningApp } from './support/running-app.ts';

export type Unit = 'ms' | 'MB';

/** One line of the answer. Every value stands beside a limit that was measured in the same run. */
export type Row = {
  name: string;
  size: string;
  value: number;
  limit: number;
  /** value ÷ limit, in hundredths. */
  ratio: number;
  unit: Unit;
};

/** What was measured: how long or how much it takes, and the least that it could. */
export type Measured = { value: number; limit: number; unit: Unit };

export type Bench = {
  size: BigSize;
  /** Samples of each figure that takes little; those that take long take fewer. */
  runs: number;
  workspace: PreparedWorkspace;
  browser: Browser;
  /** The app on the workspace, started when the first figure asks for it. */
  app(): Promise<RunningApp>;
  /** Ends the app, for figures that start one of their own on the folder. */
  endApp(): Promise<void>;
};

export type Figure = {
  name: string;
  /** What is measured and what the limit beside it is, for the table and the README. */
  about: string;
  measure(bench: Bench): Promise<Measured>;
};

export function toRow(name: string, size: string, { value, limit, unit }: Measured): Row {
  const ratio = Number((value / limit).toFixed(2));
  return { name, size, value: rounded(value), limit: rounded(limit), ratio, unit };
}

/** Three significant places: a benchmark knows no more. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
