import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';

/** What a process holds in memory, in MB; of what it shares with others, its share where known. */
export function residentMb(pid: number): number {
  if (process.platform === 'linux') {
    const { Pss = 0 } = fieldsOf(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    return Pss / 1024;
  }
  const kb = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kb) / 1024;
}

function fieldsOf(text: string): Record<string, number> {
  const lines = text.matchAll(/^(\w+):\s+(\d+) kB$/gm);
  return Object.fromEntries([...lines].map(([, name = '', kb]) => [name, Number(kb)]));
}

/** The processes of a browser that draw pages, newest last. */
export async function rendererPids(browser: Browser): Promise<number[]> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}
