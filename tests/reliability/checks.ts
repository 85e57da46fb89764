import { undoCheck } from './checks/undo.ts';
import type { Check } from './support/check.ts';

/** Every check of `npm run reliability`, by name. */
export const checks: Readonly<Record<string, Check>> = {
  undo: undoCheck,
};
