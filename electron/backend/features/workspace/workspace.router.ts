import { workspace } from '#shared/contract/workspace.ts';
import { onQuery, onTask } from '../../rpc/procedures.ts';
import { listHistory, listUndoSteps } from './history.service.ts';

export const workspaceRouter = {
  getStatus: onTask(workspace.getStatus, (context) => context.workspace.status()),
  reopen: onTask(workspace.reopen, (context) => context.workspace.reopen()),
  leaveSample: onTask(workspace.leaveSample, (context) => context.workspace.leaveSample()),
  openDataFolder: onTask(workspace.openDataFolder, ({ platform }) => platform.openDataFolder()),
  undo: onTask(workspace.undo, (context) => context.workspace.undo()),
  redo: onTask(workspace.redo, (context) => context.workspace.redo()),
  listUndoSteps: onQuery(workspace.listUndoSteps, listUndoSteps),
  listHistory: onQuery(workspace.listHistory, listHistory),
};
