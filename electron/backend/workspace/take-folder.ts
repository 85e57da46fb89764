import { type OwnerLock, takeOwnerLock } from '../database/owner-lock.ts';
import { privateDirectory } from '../files/private-files.ts';
import type { Platform } from '../platform.ts';
import { ClosedError } from './closed-error.ts';

/** Makes this process the one that has the data folder. @throws ClosedError in_use */
export function takeFolder({ dataDirectory }: Platform): OwnerLock {
  privateDirectory(dataDirectory);
  const lock = takeOwnerLock(dataDirectory);
  if (lock === null) throw new ClosedError('in_use');
  return lock;
}
