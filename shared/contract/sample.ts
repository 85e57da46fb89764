import { z } from 'zod';
import { language } from './fields.ts';
import { task } from './procedure.ts';
import { workspaceStatus } from './workspace.ts';

/** The sample workspace: a believable team to look around in, in a file of its own. */
export const sample = {
  /**
   * Opens the sample workspace and fills it on its first opening; dates are relative to today.
   * The manager's own file stays as it is. `workspace.leaveSample` goes back and deletes it.
   */
  open: task.input(z.object({ language })).output(workspaceStatus),
};
