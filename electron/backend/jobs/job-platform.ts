import type { Platform } from '../platform.ts';
import { fastId } from './fast-id.ts';

/**
 * The platform of a thread that carries out a command: ids and one moment. Everything else is
 * the backend's own and refused.
 *
 * @param now UTC ISO; the clock of the backend when the work was given
 */
export function jobPlatform(now: string): Platform {
  const moment = new Date(now);
  const refuse = () => Promise.reject(new Error('A job does not have this'));
  return {
    dataDirectory: '',
    resourcesDirectory: '',
    appVersion: '',
    newId: fastId,
    now: () => moment,
    printPdf: refuse,
    protectSecret: refuse,
    unprotectSecret: refuse,
    openDataFolder: refuse,
    setLanguage: refuse,
    startJob: () => {
      throw new Error('A job starts no job');
    },
    log: { info: () => undefined, error: () => undefined },
  };
}
