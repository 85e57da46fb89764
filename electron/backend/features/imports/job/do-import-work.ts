import { AppError } from '../../../app-error.ts';
import { columnFacts } from '../reading/column-facts.ts';
import { FileProblem } from '../reading/file-problem.ts';
import { readFile } from '../reading/read-file.ts';
import { carryOutImport } from './carry-out-import.ts';
import { checkImport } from './check-import.ts';
import {
  CancelledError,
  type ImportJobMessage,
  type ImportWork,
  type ImportWorkResults,
} from './import-work.ts';

export type Surroundings = {
  tell(message: ImportJobMessage): void;
  isCancelled(): boolean;
};

/** How work says how far it is, and hears that it should stop. */
export type Progress = {
  /** @throws CancelledError */
  at(share: number): void;
};

/** Does one piece of work and says how it ended; nothing leaves this thread as an exception. */
export async function doImportWork(
  work: ImportWork,
  surroundings: Surroundings,
): Promise<ImportJobMessage> {
  try {
    return { type: 'done', result: await perform(work, progressOf(surroundings)) };
  } catch (error) {
    return toMessage(error);
  }
}

async function perform(
  work: ImportWork,
  progress: Progress,
): Promise<ImportWorkResults[keyof ImportWorkResults]> {
  switch (work.task) {
    case 'read':
      return readFile({
        ...work,
        stagingPath: (sheet) => `${work.stagingBase}-${sheet}`,
        progress: progress.at,
      });
    case 'headings':
      return columnFacts(work.staged, work.headerLine);
    case 'check':
      return checkImport(work, progress);
    case 'run':
      return carryOutImport(work, progress);
  }
}

function progressOf({ tell, isCancelled }: Surroundings): Progress {
  let last = -1;
  return {
    at(share) {
      if (isCancelled()) throw new CancelledError('cancelled');
      const permille = Math.floor(share * 1000);
      if (permille < last + 10) return;
      last = permille;
      tell({ type: 'progress', permille });
    },
  };
}

function toMessage(error: unknown): ImportJobMessage {
  if (error instanceof CancelledError) return { type: 'cancelled' };
  if (error instanceof FileProblem) return { type: 'file_problem', code: error.code };
  if (error instanceof AppError) {
    return { type: 'app_error', code: error.code, details: error.details };
  }
  const known = error instanceof Error ? error : new Error(String(error));
  const code = 'code' in known ? String(known.code) : '';
  return {
    type: 'defect',
    name: known.name,
    message: known.message,
    stack: known.stack ?? '',
    code,
  };
}
