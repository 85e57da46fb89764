/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * What a check without tests of its own counts for: one.
 *
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countCheck(exitCode) {
  return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
}

/**
 * Counts of vitest's JSON report. A file that could not be run counts as one failed test.
 *
 * @param {any} report untyped: another tool's file
 * @returns {Counts}
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Counts of Playwright's JSON report. A flaky test is one that failed.
 *
 * @param {any} report untyped: another tool's file
 * @returns {Counts}
 */
export function countPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/**
 * Keeps a step honest: a runner that failed, or ran nothing, is a failure whatever it counted.
 *
 * @param {Counts | null} counts null when there is no report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function settle(counts, exitCode) {
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 };
  const isSilentFailure = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: isSilentFailure ? 1 : failed, skipped };
}

/** @param {readonly Counts[]} steps @returns {Counts} */
export function total(steps) {
  const sum = (/** @type {keyof Counts} */ key) => steps.reduce((n, step) => n + step[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** The last line of a run. @param {Pick<Counts, 'passed' | 'failed'>} counts */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/** How one step went: what was left out is told there. @param {Counts} counts */
export function stepLine({ skipped, ...counts }) {
  return `${closingLine(counts)}${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
