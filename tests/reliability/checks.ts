import { backupKillCheck } from './checks/backup-kill.ts';
import { diskCheck } from './checks/disk.ts';
import { drillCheck } from './checks/drill.ts';
import { flipCheck } from './checks/flip.ts';
import { fsyncCheck } from './checks/fsync.ts';
import { interleaveCheck } from './checks/interleave.ts';
import { killCheck } from './checks/kill.ts';
import { migrateKillCheck } from './checks/migrate-kill.ts';
import { ownersCheck } from './checks/owners.ts';
import { typingCheck } from './checks/typing.ts';
import { undoCheck } from './checks/undo.ts';
import type { Check } from './support/check.ts';

/** Every check of `npm run reliability`, by name. */
export const checks: Readonly<Record<string, Check>> = {
  kill: killCheck,
  typing: typingCheck,
  fsync: fsyncCheck,
  interleave: interleaveCheck,
  flip: flipCheck,
  disk: diskCheck,
  owners: ownersCheck,
  'migrate-kill': migrateKillCheck,
  'backup-kill': backupKillCheck,
  drill: drillCheck,
  undo: undoCheck,
};
