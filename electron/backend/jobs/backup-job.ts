import { parentPort, workerData } from 'node:worker_threads';
import { type BackupWork, runBackupWork } from '../backups/backup-work.ts';

/** Entry of the thread that makes and reads backups, so that saving never waits for it. */
const work: BackupWork = workerData;
parentPort?.postMessage(await runBackupWork(work));
