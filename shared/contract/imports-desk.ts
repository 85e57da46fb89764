import { z } from 'zod';
import { basisPoints, currencyCode, id, instant, optionalText, shortText } from './fields.ts';
import { importEntity, importField } from './imports-fields.ts';

/** Why a file, or a sheet of it, cannot be read; each has words that say what to do. */
export const fileProblemCode = z.enum([
  'empty',
  'password',
  'old_excel',
  'binary_workbook',
  'web_page',
  'not_a_table',
  'damaged',
  'too_big',
]);
export type FileProblemCode = z.infer<typeof fileProblemCode>;

export const textEncoding = z.enum([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'windows-1252',
]);
export type TextEncoding = z.infer<typeof textEncoding>;

export const delimiter = z.enum([',', ';', '\t', '|']);
export type Delimiter = z.infer<typeof delimiter>;

export const dayOrder = z.enum(['dmy', 'mdy']);
export const decimalMark = z.enum(['.', ',']);
/** What a number in an amount column counts: 1, 1,000, 10,000 (万), 1,000,000, 10,000,000 or 100,000,000 (亿). */
export const amountUnit = z.literal([1, 1000, 10_000, 1_000_000, 10_000_000, 100_000_000]);
export type AmountUnit = z.infer<typeof amountUnit>;

export const deskColumn = z.object({
  index: z.int(),
  heading: z.string(),
  /** Cells that hold something. */
  filled: z.int(),
  samples: z.array(z.string()),
  /** Null leaves the column out. */
  field: importField.nullable(),
  /** The manager chose the field, now or in a saved mapping; otherwise the heading told it. */
  isChosen: z.boolean(),
  /** How dates are written; `ask` when both orders fit. Null where it does not matter. */
  dates: z.object({ order: dayOrder, isSure: z.boolean() }).nullable(),
  /** How amounts are written. Null where the field is none. */
  amounts: z.object({ mark: decimalMark, isSure: z.boolean(), unit: amountUnit }).nullable(),
});
export type DeskColumn = z.infer<typeof deskColumn>;

export const deskSheet = z.object({
  id,
  name: z.string(),
  isHidden: z.boolean(),
  /** Rows below the headings. */
  rowCount: z.int(),
  /** Line of the headings. */
  headerLine: z.int(),
  /** The first rows, to choose the headings from. */
  topRows: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
  /** Null leaves the sheet out. */
  entity: importEntity.nullable(),
  /** By which field a row finds its record. */
  key: importField.nullable(),
  /** Fields that can be the key, of those that are mapped. */
  keys: z.array(importField),
  /** The saved mapping that was recognised by its headings. */
  profile: z.string().nullable(),
  columns: z.array(deskColumn),
});
export type DeskSheet = z.infer<typeof deskSheet>;

export const deskFile = z.object({
  id,
  name: z.string(),
  size: z.int(),
  problem: fileProblemCode.nullable(),
  /** For delimited text: how it is read, and in which other ways it could be. */
  text: z
    .object({
      encoding: textEncoding,
      isSure: z.boolean(),
      choices: z.array(z.object({ encoding: textEncoding, sample: z.string() })),
      delimiter,
    })
    .nullable(),
  sheets: z.array(deskSheet),
});
export type DeskFile = z.infer<typeof deskFile>;

/** Where deals with a value of the stage column go. */
export const stageTarget = z.discriminatedUnion('type', [
  z.object({ type: z.literal('stage'), stageId: id }),
  z.object({
    type: z.literal('new'),
    name: shortText,
    kind: z.enum(['open', 'won', 'lost']),
    probabilityBp: basisPoints,
  }),
  /** Rows with this value come back. */
  z.object({ type: z.literal('none') }),
]);
export type StageTarget = z.infer<typeof stageTarget>;

export const deskPipeline = z.object({
  /** Of the pipeline column; '' when there is none. */
  value: z.string(),
  /** Null makes a new one. */
  pipelineId: id.nullable(),
  name: z.string(),
  /** In order; new stages are made in this order. */
  stages: z.array(
    z.object({
      /** Of the stage column, as written most often. */
      value: z.string(),
      count: z.int(),
      target: stageTarget,
    }),
  ),
});
export type DeskPipeline = z.infer<typeof deskPipeline>;

/** A name in the file that is nearly one that is known, or that stands in another sheet. */
export const deskName = z.object({
  kind: z.enum(['person', 'account', 'product']),
  value: z.string(),
  count: z.int(),
  candidate: z.string(),
  isSame: z.boolean(),
  /** False until the manager or a saved mapping decided. */
  isDecided: z.boolean(),
});
export type DeskName = z.infer<typeof deskName>;

export const deskCurrency = z.object({
  code: currencyCode,
  count: z.int(),
  /** Units of the workspace currency for one; null returns the rows. */
  rate: z.string().nullable(),
});

export type DeskCurrency = z.infer<typeof deskCurrency>;

export const importMode = z.enum(['both', 'create', 'update']);

/** A rule that fills what the file leaves open. */
export const importRule = z.enum([
  /** An open deal without an amount takes the list price of its product. */
  'amountFromPrice',
  /** A lost deal whose amount is 0 keeps the amount it had while open. */
  'keepLostAmount',
  /** A person without a team belongs to the team of their manager. */
  'teamFromManager',
  /** A deal without a name is named after its account and product. */
  'nameFromParts',
]);
export type ImportRule = z.infer<typeof importRule>;

export const deskRule = z.object({ rule: importRule, isOn: z.boolean(), count: z.int() });
export type DeskRule = z.infer<typeof deskRule>;

export const importAction = z.enum(['create', 'update', 'unchanged', 'skip', 'reject']);
export type ImportAction = z.infer<typeof importAction>;

export const importCounts = z.object({
  entity: importEntity,
  rows: z.int(),
  create: z.int(),
  update: z.int(),
  unchanged: z.int(),
  /** Left alone on purpose: already there when only creating, not there when only updating. */
  skip: z.int(),
  reject: z.int(),
  /** Records that no row is about but that rows name: an owner, an account. */
  alsoCreated: z.int(),
});
export type ImportCounts = z.infer<typeof importCounts>;

/** What is wrong or worth knowing about a cell or row. */
export const noteCode = z.enum([
  // The row comes back.
  'too_many_columns',
  'cell_too_long',
  'unreadable_characters',
  'missing_value',
  'not_a_date',
  'no_such_day',
  'ambiguous_date',
  'date_out_of_range',
  'not_an_amount',
  'amount_too_large',
  'unknown_stage',
  'unknown_choice',
  'other_currency',
  'closed_without_date',
  'same_key_twice',
  'ambiguous_name',
  'not_known',
  'formula_error',
  // The row is left alone.
  'already_there',
  'not_there',
  'deleted_here',
  'total_row',
  // The row goes in.
  'stray_quote',
  'hidden_characters',
  'left_out',
  'extra_cells',
  'rounded',
  'parent_loop',
  'no_account',
  'no_owner',
  'no_stage',
  'no_stage_date',
  'no_amount',
  'amount_from_price',
  'closed_before_opened',
  'close_date_guessed',
]);
export type NoteCode = z.infer<typeof noteCode>;

export const noteLevel = z.enum(['reject', 'skip', 'warning', 'info']);
export type NoteLevel = z.infer<typeof noteLevel>;

/** All notes of one kind. */
export const deskNote = z.object({
  code: noteCode,
  level: noteLevel,
  entity: importEntity,
  field: importField.nullable(),
  count: z.int(),
});
export type DeskNote = z.infer<typeof deskNote>;

export const previewCell = z.object({
  field: importField,
  /** Dates as `YYYY-MM-DD`, money in minor units, everything else as text. */
  value: z.union([z.string(), z.number()]).nullable(),
  /** What the record holds now, when it will change. */
  before: z.union([z.string(), z.number()]).nullable().optional(),
});
export const previewRow = z.object({
  line: z.int(),
  action: importAction,
  cells: z.array(previewCell),
});
export type PreviewRow = z.infer<typeof previewRow>;

export const deskCheck = z.object({
  counts: z.array(importCounts),
  notes: z.array(deskNote),
  previews: z.array(z.object({ entity: importEntity, rows: z.array(previewRow) })),
});
export type DeskCheck = z.infer<typeof deskCheck>;

export const deskProgress = z.object({
  phase: z.enum(['reading', 'checking', 'backing_up', 'writing']),
  /** Of 1,000. */
  permille: z.int(),
});
export type DeskProgress = z.infer<typeof deskProgress>;

/** The import in preparation: what was dropped, how it is understood, what would happen. */
export const importDesk = z.object({
  id,
  files: z.array(deskFile),
  mode: importMode,
  /** An empty cell clears what a record holds; otherwise it says nothing. */
  clearsEmpty: z.boolean(),
  /** Owners, accounts and products that rows name but nobody knows are made. */
  createsMissing: z.boolean(),
  /** The moment the data is of. */
  dataAsOf: instant,
  rules: z.array(deskRule),
  pipelines: z.array(deskPipeline),
  names: z.array(deskName),
  currencies: z.array(deskCurrency),
  /** Cells corrected here. */
  fixCount: z.int(),
  /** Null while it is being found out. */
  check: deskCheck.nullable(),
  progress: deskProgress.nullable(),
  /** What the last run of this desk did; null again after the next change. */
  result: z
    .object({
      runId: id,
      counts: z.array(importCounts),
      notes: z.array(deskNote),
      /** Rows that came back; there is a file of them. */
      returned: z.int(),
      /** False when nothing changed, so that there is nothing to take back. */
      hasEffect: z.boolean(),
    })
    .nullable(),
});
export type ImportDesk = z.infer<typeof importDesk>;

/** One thing the manager decides otherwise. */
export const deskChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('encoding'), fileId: id, encoding: textEncoding }),
  z.object({ kind: z.literal('delimiter'), fileId: id, delimiter }),
  z.object({ kind: z.literal('headerLine'), sheetId: id, line: z.int().min(1) }),
  z.object({ kind: z.literal('entity'), sheetId: id, entity: importEntity.nullable() }),
  z.object({ kind: z.literal('key'), sheetId: id, key: importField }),
  z.object({
    kind: z.literal('column'),
    sheetId: id,
    index: z.int().min(0),
    field: importField.nullable().optional(),
    dayOrder: dayOrder.optional(),
    decimalMark: decimalMark.optional(),
    unit: amountUnit.optional(),
  }),
  z.object({
    kind: z.literal('options'),
    mode: importMode.optional(),
    clearsEmpty: z.boolean().optional(),
    createsMissing: z.boolean().optional(),
    dataAsOf: instant.optional(),
  }),
  z.object({ kind: z.literal('rule'), rule: importRule, isOn: z.boolean() }),
  z.object({
    kind: z.literal('pipeline'),
    value: z.string(),
    pipelineId: id.nullable(),
    name: optionalText.optional(),
  }),
  z.object({
    kind: z.literal('stage'),
    pipelineValue: z.string(),
    value: z.string(),
    target: stageTarget,
    /** Place in the list, from 0, when it moves. */
    position: z.int().min(0).optional(),
  }),
  z.object({
    kind: z.literal('name'),
    of: deskName.shape.kind,
    value: z.string(),
    isSame: z.boolean(),
  }),
  z.object({ kind: z.literal('rate'), code: currencyCode, rate: z.string().max(30).nullable() }),
  /** Null takes the correction back. */
  z.object({
    kind: z.literal('cell'),
    sheetId: id,
    line: z.int().min(1),
    index: z.int().min(0),
    text: z.string().max(10_000).nullable(),
  }),
]);
export type DeskChange = z.infer<typeof deskChange>;

/** One problem at one place, with what stands there. */
export const deskProblem = z.object({
  sheetId: id,
  sheetName: z.string(),
  line: z.int(),
  /** Null when the row as a whole is meant. */
  index: z.int().nullable(),
  heading: z.string(),
  field: importField.nullable(),
  code: noteCode,
  level: noteLevel,
  value: z.string(),
  /** Fills the text of the code, e.g. the line of the first of two equal rows. */
  detail: z.string(),
});
export type DeskProblem = z.infer<typeof deskProblem>;
