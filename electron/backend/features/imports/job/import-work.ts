import type { AppErrorCode, AppErrorDetails } from '#shared/contract/errors.ts';
import type { Language } from '#shared/contract/fields.ts';
import type {
  DeskCheck,
  DeskCurrency,
  DeskName,
  DeskPipeline,
  DeskProblem,
  DeskRule,
  FileProblemCode,
} from '#shared/contract/imports-desk.ts';
import type { DatabaseFile } from '../../../database/open-connection.ts';
import type { StepResult } from '../../../database/undo/undo-step.ts';
import type { ScratchRef } from '../../../files/scratch.ts';
import type { ImportChoices } from '../planning/desk-choices.ts';
import type { ProfileDraft } from '../planning/profile.ts';
import type { Survey } from '../planning/survey.ts';
import type { ColumnFacts } from '../reading/column-facts.ts';
import type { ReadChoices, ReadFile } from '../reading/read-file.ts';
import type { StagedSheet } from '../reading/staged-sheet.ts';
import type { ImportPlan } from '../rows/import-plan.ts';

/** Reads a file and stages its rows. */
export type ReadWork = {
  task: 'read';
  file: ScratchRef;
  choices: ReadChoices;
  /** Where the rows of sheet n go, with n behind it. */
  stagingBase: string;
};

/** Looks through the columns again, below other headings. */
export type HeadingsWork = { task: 'headings'; staged: StagedSheet; headerLine: number };

/** Finds out what would happen. */
export type CheckWork = {
  task: 'check';
  target: DatabaseFile;
  /** Everything but what is proposed here: pipelines, names, rules and rates. */
  plan: ImportPlan;
  choices: ImportChoices;
  fallbackName: string;
  /** From an earlier check of the same columns. */
  survey: Survey | null;
};

/** Carries an import out, as one step. */
export type RunWork = {
  task: 'run';
  target: DatabaseFile;
  plan: ImportPlan;
  run: RunFacts;
  spoolPath: string;
};

export type RunFacts = {
  id: string;
  files: { name: string; size: number }[];
  language: Language;
  profiles: ProfileDraft[];
};

export type ImportWork = ReadWork | HeadingsWork | CheckWork | RunWork;

export type CheckResult = {
  survey: Survey;
  pipelines: DeskPipeline[];
  names: DeskName[];
  rules: DeskRule[];
  currencies: DeskCurrency[];
  check: DeskCheck;
  problems: DeskProblem[];
};

export type RunResult = {
  check: DeskCheck;
  problems: DeskProblem[];
  step: StepResult | null;
  returned: number;
};

/** What each task answers. */
export type ImportWorkResults = {
  read: ReadFile;
  headings: ColumnFacts[];
  check: CheckResult;
  run: RunResult;
};

/** A piece of work, and where to look whether it should stop. */
export type ImportOrder = { work: ImportWork; cancelFlag: Int32Array<SharedArrayBuffer> };

export type ImportJobMessage =
  | { type: 'progress'; permille: number }
  | { type: 'done'; result: ImportWorkResults[keyof ImportWorkResults] }
  | { type: 'cancelled' }
  | { type: 'file_problem'; code: FileProblemCode }
  | { type: 'app_error'; code: AppErrorCode; details: AppErrorDetails }
  | { type: 'defect'; name: string; message: string; stack: string; code: string };

export class CancelledError extends Error {
  override readonly name = 'CancelledError';
}
