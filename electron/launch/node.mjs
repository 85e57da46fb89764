import { realpathSync } from 'node:fs';
import { projectNode, run } from './project.mjs';
import { say } from './say.mjs';

const oldestNode = 24;

/**
 * Makes sure that the rest runs on the Node that the project pins.
 *
 * @param {string} script the running script
 * @returns {Promise<number | null>} the exit code of the script's run under that Node; null when
 *   this is it
 */
export async function underProjectNode(script) {
  const node = projectNode();
  if (node !== null && realpathSync(node) === realpathSync(process.execPath)) return null;
  if (node !== null) return run(node, [script, ...process.argv.slice(2)]);
  const { node: version } = process.versions;
  if (Number.parseInt(version, 10) < oldestNode) {
    say('nodeTooOld', { version });
    return 1;
  }
  say('noProjectNode', { version });
  return null;
}
