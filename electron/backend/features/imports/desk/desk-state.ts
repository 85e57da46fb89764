import type {
  DeskCheck,
  DeskProblem,
  DeskProgress,
  FileProblemCode,
  ImportDesk,
} from '#shared/contract/imports-desk.ts';
import type { ImportEntity } from '#shared/contract/imports-fields.ts';
import type { ReceivedFile } from '../../uploads/upload.service.ts';
import type { CheckResult } from '../job/import-work.ts';
import { type ImportChoices, noChoices } from '../planning/desk-choices.ts';
import type { SheetChoices } from '../planning/understand-sheet.ts';
import type { ColumnFacts } from '../reading/column-facts.ts';
import type { ReadChoices, ReadFile, ReadSheet } from '../reading/read-file.ts';

export type SheetState = {
  id: string;
  /** Of the sheet, or of the file where it has no sheets. */
  name: string;
  read: ReadSheet;
  headerLine: number;
  columns: ColumnFacts[];
  proposedEntity: ImportEntity | null;
  choices: SheetChoices;
  /** The saved mapping that was taken. */
  profile: string | null;
  /** Corrected cells: line → column → text. */
  fixes: Map<number, Map<number, string>>;
};

export type FileState = {
  id: string;
  upload: ReceivedFile;
  choices: ReadChoices;
  problem: FileProblemCode | null;
  text: ReadFile['text'];
  sheets: SheetState[];
};

type Proposal = Pick<CheckResult, 'pipelines' | 'names' | 'rules' | 'currencies'>;

/** An import in preparation. */
export type DeskState = {
  id: string;
  files: FileState[];
  mode: ImportDesk['mode'];
  clearsEmpty: boolean;
  createsMissing: boolean;
  /** Null: the moment of the import. */
  dataAsOf: string | null;
  choices: ImportChoices;
  proposal: Proposal;
  survey: { of: string; found: CheckResult['survey'] } | null;
  check: DeskCheck | null;
  problems: DeskProblem[];
  progress: DeskProgress | null;
  result: ImportDesk['result'];
};

const nothingProposed: Proposal = { pipelines: [], names: [], rules: [], currencies: [] };

export function emptyDesk(id: string): DeskState {
  return {
    id,
    files: [],
    mode: 'both',
    clearsEmpty: false,
    createsMissing: true,
    dataAsOf: null,
    choices: structuredClone(noChoices),
    proposal: nothingProposed,
    survey: null,
    check: null,
    problems: [],
    progress: null,
    result: null,
  };
}

export function allSheets({ files }: DeskState): SheetState[] {
  return files.flatMap(({ sheets }) => sheets);
}
