import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  applicationDataDirectory,
  defaultDataDirectory,
  type Machine,
} from '../backend/hosting/identity.ts';

export const usage = `Usage: loopback [options]
  --data-dir DIR        keep the data in DIR
  --sample              open the sample workspace
  --no-window           print the address and stay up instead of opening a window
  --port N              listen on port N instead of a random one (tests)
  --clock-offset-ms N   shift the clock by N milliseconds (rehearsals and tests)

Environment:
  BELLWETHER_BROWSER    the Chromium-family browser to use, instead of the first one found`;

export type LoopbackArguments = {
  dataDirectory: string;
  openSample: boolean;
  hasWindow: boolean;
  /** 0 lets the system choose. */
  port: number;
  clockOffsetMs: number;
};

/** @throws TypeError with a message for the person who typed the command */
export function parseCommandLine(args: readonly string[], machine: Machine): LoopbackArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'data-dir': { type: 'string' },
      sample: { type: 'boolean', default: false },
      'no-window': { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      'clock-offset-ms': { type: 'string', default: '0' },
    },
  });
  const chosen = values['data-dir'];
  return {
    dataDirectory: chosen
      ? resolve(chosen)
      : defaultDataDirectory(applicationDataDirectory(machine)),
    openSample: values.sample,
    hasWindow: !values['no-window'],
    port: integer('--port', values.port, { from: 0, to: 65_535 }),
    clockOffsetMs: integer('--clock-offset-ms', values['clock-offset-ms'], {
      from: -Number.MAX_SAFE_INTEGER,
      to: Number.MAX_SAFE_INTEGER,
    }),
  };
}

function integer(name: string, text: string, { from, to }: { from: number; to: number }): number {
  const value = Number(text);
  if (/^-?\d+$/.test(text) && value >= from && value <= to) return value;
  throw new TypeError(`${name} takes a whole number from ${from} to ${to}, not '${text}'`);
}
