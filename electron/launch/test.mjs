import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import {
  closingLine,
  countCheck,
  countPlaywright,
  countVitest,
  settle,
  stepLine,
  total,
} from './counts.mjs';
import { ensureInstalled } from './install.mjs';
import { underProjectNode } from './node.mjs';
import { binOf, cache, root, run } from './project.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<Counts>} check
 */

const reports = join(cache, 'test-results');

/** @type {Step[]} */
const steps = [
  { name: 'types', check: () => runCheck('typescript', 'tsc') },
  { name: 'lint', check: () => runCheck('@biomejs/biome', 'biome', ['check', '.']) },
  { name: 'unused code', check: () => runCheck('knip', 'knip') },
  { name: 'unit, backend, hosts, reliability', check: runVitest },
  { name: 'end to end', check: runPlaywright },
];

/** What `npm test` does, on a fresh clone as well. @returns {Promise<number>} */
async function test() {
  if (!(await ensureInstalled())) return close([{ passed: 0, failed: 1, skipped: 0 }]);
  const outcome = await underProjectNode(fileURLToPath(import.meta.url));
  if (outcome !== null) return outcome;
  await ensureChromium();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const built = countCheck((await ensureBuilt()) ? 0 : 1);
  const rows = [{ name: 'build', counts: built, seconds: 0 }];
  for (const { name, check } of steps) {
    console.log(`\n── ${name}`);
    const begun = performance.now();
    const counts = await check();
    rows.push({ name, counts, seconds: Math.round((performance.now() - begun) / 1000) });
  }
  console.log('');
  for (const { name, counts, seconds } of rows) {
    console.log(`${counts.failed === 0 ? '✓' : '✗'} ${name}: ${stepLine(counts)} (${seconds} s)`);
  }
  return close(rows.map(({ counts }) => counts));
}

/** @param {Counts[]} counts */
function close(counts) {
  const sum = total(counts);
  console.log(`\n${closingLine(sum)}`);
  return sum.failed === 0 ? 0 : 1;
}

/** @param {string} name @param {string} command @param {string[]} [args] */
async function runCheck(name, command, args = []) {
  return countCheck(await run(process.execPath, [binOf(name, command), ...args]));
}

async function runVitest() {
  const file = join(reports, 'vitest.json');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const args = ['run', '--config', 'tests/vitest.config.ts', ...reporters];
  const code = await run(process.execPath, [binOf('vitest'), ...args]);
  return settle(readReport(file, countVitest), code);
}

async function runPlaywright() {
  const file = join(reports, 'playwright.json');
  const args = ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=line,json'];
  const code = await run(process.execPath, [binOf('@playwright/test', 'playwright'), ...args], {
    // The build was made above; the specs take it as it is.
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, KEEP_BUILD: '1' },
  });
  return settle(readReport(file, countPlaywright), code);
}

/**
 * @param {string} file
 * @param {(report: unknown) => Counts} count
 * @returns {Counts | null} null when the runner left no report that can be read
 */
function readReport(file, count) {
  if (!existsSync(file)) return null;
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`${file}:`, error instanceof Error ? error.message : error);
    return null;
  }
}

process.chdir(root);
process.exitCode = await test();
