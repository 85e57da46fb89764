import { z } from 'zod';
import { dealMove, moveLens, pipelineChanges } from './deal-changes.ts';
import { dealColumn, dealFilter, dealGrouping, dealSort, dealTotals } from './deal-filter.ts';
import { pipeline, pipelineDraft, stageChanges } from './deal-pipelines.ts';
import { closingFacts, deal, dealFacts, dealSummary, recordLink } from './deal-records.ts';
import { warningChanges, warningSettings } from './deal-warnings.ts';
import { documentInfo } from './documents.ts';
import { id, language, localDate, shortText } from './fields.ts';
import { command, query, task } from './procedure.ts';

const byId = z.object({ id });
const page = z.object({
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(50),
});

export const boardColumn = z.object({
  stageId: id,
  totals: dealTotals,
  /** The first ones; the rest by `listBoardCards`. */
  cards: z.array(dealSummary),
});
export type BoardColumn = z.infer<typeof boardColumn>;

export const board = z.object({
  asOf: localDate,
  /** Those whose stages are the columns. */
  pipelines: z.array(pipeline),
  columns: z.array(boardColumn),
  totals: dealTotals,
});
export type Board = z.infer<typeof board>;

const tableQuery = z.object({
  filter: dealFilter,
  sort: dealSort,
  groupBy: dealGrouping.optional(),
});

export const dealGroup = z.object({
  /** Id of the stage, owner or account, or `YYYY-MM`; null for deals without one. */
  key: z.string().nullable(),
  /** Name of the owner or account; null for stages and months. */
  label: z.string().nullable(),
  totals: dealTotals,
});
export type DealGroup = z.infer<typeof dealGroup>;

/** Which deals a bulk edit means: some, or all of a filter but for some. */
export const dealSelection = z.union([
  z.object({ ids: z.array(id).min(1).max(100_000) }),
  z.object({ filter: dealFilter, exceptIds: z.array(id).max(100_000) }),
]);
export type DealSelection = z.infer<typeof dealSelection>;

export const bulkChanges = dealFacts
  .omit({ name: true })
  .partial()
  .extend({
    stageId: id.optional(),
    /** Moves the expected close by so many days. */
    shiftCloseDays: z.int().min(-3660).max(3660).optional(),
    /** Closing date, loss reason and competitor when the stage closes the deals. */
    closing: closingFacts.omit({ amountMinor: true, closeNote: true }).partial().optional(),
    /** Sets a stage's rules aside; kept in each deal's history. */
    overrideReason: shortText.optional(),
  });
export type BulkChanges = z.infer<typeof bulkChanges>;

export const bulkEdit = z.object({ selection: dealSelection, changes: bulkChanges });
export type BulkEdit = z.infer<typeof bulkEdit>;

/** A deal that a bulk edit leaves as it is, with the error it would meet alone. */
export const refusedDeal = recordLink.extend({
  code: z.enum(['stage_needs_fields', 'stage_not_allowed']),
  details: z.record(z.string(), z.json()),
});
export type RefusedDeal = z.infer<typeof refusedDeal>;

export const bulkOutcome = z.object({
  selected: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refusedCount: z.int(),
  /** The first 100. */
  refused: z.array(refusedDeal),
});
export type BulkOutcome = z.infer<typeof bulkOutcome>;

export const moveDeal = z.object({
  id,
  stageId: id,
  /** Where the mover saw it; `changed_meanwhile` when it is no longer there. */
  fromStageId: id.optional(),
  /** Facts asked for at the drop. */
  facts: dealFacts.partial().optional(),
  closing: closingFacts.partial().optional(),
  /** Sets the stage's rules aside, or says why a closed deal is opened again; kept in history. */
  reason: shortText.optional(),
});
export type MoveDeal = z.infer<typeof moveDeal>;

export const dealViewFields = z.object({
  name: shortText,
  layout: z.enum(['board', 'table']),
  filter: dealFilter,
  sort: dealSort,
  groupBy: dealGrouping.nullable(),
  /** The table's columns in order. */
  columns: z.array(dealColumn).min(1),
});
export const dealView = dealViewFields.extend({ id, isPinned: z.boolean() });
export type DealView = z.infer<typeof dealView>;

const changesQuery = z.object({
  filter: dealFilter,
  fromOn: localDate,
  toOn: localDate.nullable(),
});

export const deals = {
  listPipelines: query.output(z.array(pipeline)),
  /**
   * A whole pipeline at once; single edits have commands of their own below, so that none of them
   * takes back another.
   *
   * @throws stage_in_use, pipeline_incomplete
   */
  savePipeline: command.input(pipelineDraft).output(byId),
  /** @throws pipeline_in_use, last_pipeline */
  deletePipeline: command.input(byId),
  renamePipeline: command.input(
    byId.extend(pipeline.pick({ nameZh: true, nameEn: true }).partial().shape),
  ),
  /** Adds an open stage after the last one. */
  addStage: command.input(z.object({ pipelineId: id, nameZh: shortText, nameEn: shortText })),
  changeStage: command.input(byId.extend({ changes: stageChanges })),
  /** Moves an open stage by so many places among the open ones. */
  moveStage: command.input(byId.extend({ by: z.int().min(-30).max(30) })),
  /** @throws stage_in_use when it has deals and no stage is named for them */
  deleteStage: command.input(byId.extend({ replacementId: id.nullable() })),

  getBoard: query
    .input(z.object({ filter: dealFilter, cardsPerColumn: z.int().min(1).max(200).default(30) }))
    .output(board),
  /** More cards of one column, in the board's order: close date, then id. */
  listBoardCards: query
    .input(page.extend({ filter: dealFilter, stageId: id }))
    .output(z.array(dealSummary)),
  /** Totals, groups and the first rows of the table. */
  getTable: query.input(tableQuery.extend({ limit: page.shape.limit })).output(
    z.object({
      asOf: localDate,
      totals: dealTotals,
      /** Empty without grouping; in the order of the rows. */
      groups: z.array(dealGroup),
      rows: z.array(dealSummary),
    }),
  ),
  /** A window of the table's rows; with grouping, of the rows of one group. */
  listDeals: query
    .input(tableQuery.extend(page.shape).extend({ groupKey: z.string().nullable().optional() }))
    .output(z.array(dealSummary)),
  /** The ids of all rows in order, for selecting everything. */
  listDealIds: query.input(tableQuery.omit({ groupBy: true })).output(z.array(id)),
  getTotals: query.input(z.object({ filter: dealFilter })).output(dealTotals),

  getDeal: query.input(byId).output(deal),
  createDeal: command
    .input(dealFacts.partial().extend({ name: shortText, stageId: id }))
    .output(byId),
  /** Changes facts of an open or closed deal; the stage has `moveDeal`. */
  editDeal: command.input(
    byId.extend({ facts: dealFacts.partial(), closing: closingFacts.partial().optional() }),
  ),
  /** @throws stage_deleted, stage_needs_fields, stage_not_allowed, changed_meanwhile */
  moveDeal: command.input(moveDeal),
  /** Hides the warnings of a deal until a day, for a reason; null ends it. */
  snoozeDeal: command.input(
    byId.extend({ snooze: z.object({ untilOn: localDate, reason: shortText }).nullable() }),
  ),
  previewBulkEdit: query.input(bulkEdit).output(bulkOutcome),
  /** Changes the deals it can, in one step of undo, and names those it cannot. */
  bulkEdit: command.input(bulkEdit).output(bulkOutcome),
  /** Deletes a selection in one step of undo; many at once are backed up first. */
  deleteDeals: task
    .input(z.object({ selection: dealSelection }))
    .output(z.object({ count: z.int() })),
  /** The deals of a list as a workbook or CSV, kept with the documents. */
  exportDeals: task
    .input(
      z.object({
        selection: dealSelection,
        sort: dealSort,
        columns: z.array(dealColumn).min(1),
        language,
        format: z.enum(['xlsx', 'csv']),
      }),
    )
    .output(documentInfo),
  /** What is typed in forms: sources and loss reasons in use, teams of the owners. */
  listChoices: query.output(
    z.object({
      sources: z.array(z.string()),
      lossReasons: z.array(z.string()),
      competitors: z.array(z.string()),
      teams: z.array(z.string()),
    }),
  ),

  /**
   * What became of the open pipeline of a filter over whole days, both included; until now when
   * `toOn` is null. Status, closed-within, health and next step of the filter do not matter here.
   */
  getPipelineChanges: query.input(changesQuery).output(pipelineChanges),
  /** The deals seen through a lens, or all that changed; the weightiest first. */
  listPipelineMoves: query
    .input(changesQuery.extend(page.shape).extend({ lens: moveLens.nullable() }))
    .output(z.array(dealMove)),

  getWarningSettings: query.output(warningSettings),
  changeWarnings: command.input(warningChanges),

  /** The table's columns in order, as they were arranged last. */
  getTableColumns: query.output(z.array(dealColumn)),
  saveTableColumns: command.input(z.object({ columns: z.array(dealColumn).min(1) })),

  listViews: query.output(z.array(dealView)),
  saveView: command.input(dealViewFields.extend({ id: id.optional() })).output(byId),
  pinView: command.input(byId.extend({ isPinned: z.boolean() })),
  duplicateView: command.input(byId.extend({ name: shortText })).output(byId),
  deleteView: command.input(byId),
};
