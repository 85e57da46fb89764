import { backups } from '#shared/contract/backups.ts';
import { onTask } from '../../rpc/procedures.ts';

export const backupsRouter = {
  listBackups: onTask(backups.listBackups, ({ workspace }) => ({
    backups: workspace.backups.list(),
    status: workspace.backups.status(),
  })),
  createBackup: onTask(backups.createBackup, ({ workspace }) => workspace.backups.create('manual')),
  verifyBackup: onTask(backups.verifyBackup, async ({ workspace }, { seq }) => ({
    isGood: await workspace.backups.verify(seq),
  })),
  restoreBackup: onTask(backups.restoreBackup, ({ workspace }, { seq }) =>
    workspace.backups.restore(seq),
  ),
  acceptShrunkBackup: onTask(backups.acceptShrunkBackup, ({ workspace }, { seq }) =>
    workspace.backups.accept(seq),
  ),
};
