import { removeTestDirectories } from '#tests/support/test-platform.ts';
import { checks } from './checks.ts';

/**
 * `npm run reliability -- NAME --runs N` with `SEED=` in the environment: one line of JSON for
 * each check, exit code 1 when a promise was broken. Without a name, all of them.
 */
async function main(): Promise<void> {
  const [name, ...rest] = process.argv.slice(2);
  const names = name === undefined || name === 'all' ? Object.keys(checks) : [name];
  const wanted = numberAfter(rest, '--runs') ?? numberAfter(rest, '--n');
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
  for (const each of names) {
    const check = Object.hasOwn(checks, each) ? checks[each] : undefined;
    if (check === undefined) return usage();
    const runs = wanted ?? check.runs;
    const start = performance.now();
    const report = await check.run({ runs, seed });
    const seconds = Number(((performance.now() - start) / 1000).toFixed(1));
    console.log(JSON.stringify({ name: each, runs, seed, seconds, ...report }));
    if (report.breaches.length > 0) process.exitCode = 1;
  }
}

function numberAfter(words: readonly string[], option: string): number | undefined {
  const index = words.indexOf(option);
  return index === -1 ? undefined : Number(words[index + 1]);
}

function usage(): void {
  const lines = Object.entries(checks).map(([name, { about }]) => `  ${name.padEnd(14)}${about}`);
  console.error(['npm run reliability -- NAME [--runs N]', ...lines].join('\n'));
  process.exitCode = 1;
}

try {
  await main();
} finally {
  removeTestDirectories();
}
