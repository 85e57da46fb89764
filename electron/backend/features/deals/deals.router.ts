import { deals } from '#shared/contract/deals.ts';
import { onCommand, onQuery, onTask } from '../../rpc/procedures.ts';
import { getPipelineChanges, listPipelineMoves } from './changes/pipeline-changes.service.ts';
import { createDeal, editDeal, moveDeal, snoozeDeal } from './deal.service.ts';
import { bulkEdit, deleteDeals, previewBulkEdit } from './deal-bulk.service.ts';
import { exportDeals } from './deal-document.service.ts';
import { getDeal, listChoices } from './deal-page.service.ts';
import {
  deleteView,
  duplicateView,
  getTableColumns,
  listViews,
  pinView,
  saveTableColumns,
  saveView,
} from './deal-view.service.ts';
import {
  getBoard,
  getTable,
  getTotals,
  listBoardCards,
  listDealIds,
  listDeals,
} from './list/deal-list.service.ts';
import { deletePipeline, getPipelines, savePipeline } from './stages/pipeline.service.ts';
import {
  addStage,
  changeStage,
  deleteStage,
  moveStage,
  renamePipeline,
} from './stages/stage.service.ts';
import { changeWarnings, getWarningSettings } from './stages/warning-settings.service.ts';

export const dealsRouter = {
  listPipelines: onQuery(deals.listPipelines, getPipelines),
  savePipeline: onCommand(deals.savePipeline, savePipeline),
  deletePipeline: onCommand(deals.deletePipeline, deletePipeline),
  renamePipeline: onCommand(deals.renamePipeline, renamePipeline),
  addStage: onCommand(deals.addStage, addStage),
  changeStage: onCommand(deals.changeStage, changeStage),
  moveStage: onCommand(deals.moveStage, moveStage),
  deleteStage: onCommand(deals.deleteStage, deleteStage),
  getBoard: onQuery(deals.getBoard, getBoard),
  listBoardCards: onQuery(deals.listBoardCards, listBoardCards),
  getTable: onQuery(deals.getTable, getTable),
  listDeals: onQuery(deals.listDeals, listDeals),
  listDealIds: onQuery(deals.listDealIds, listDealIds),
  getTotals: onQuery(deals.getTotals, getTotals),
  getDeal: onQuery(deals.getDeal, getDeal),
  createDeal: onCommand(deals.createDeal, createDeal),
  editDeal: onCommand(deals.editDeal, editDeal),
  moveDeal: onCommand(deals.moveDeal, moveDeal),
  deleteDeals: onTask(deals.deleteDeals, deleteDeals),
  snoozeDeal: onCommand(deals.snoozeDeal, snoozeDeal),
  previewBulkEdit: onQuery(deals.previewBulkEdit, previewBulkEdit),
  bulkEdit: onCommand(deals.bulkEdit, bulkEdit),
  exportDeals: onTask(deals.exportDeals, exportDeals),
  listChoices: onQuery(deals.listChoices, listChoices),
  getPipelineChanges: onQuery(deals.getPipelineChanges, getPipelineChanges),
  listPipelineMoves: onQuery(deals.listPipelineMoves, listPipelineMoves),
  getWarningSettings: onQuery(deals.getWarningSettings, getWarningSettings),
  changeWarnings: onCommand(deals.changeWarnings, changeWarnings),
  getTableColumns: onQuery(deals.getTableColumns, getTableColumns),
  saveTableColumns: onCommand(deals.saveTableColumns, saveTableColumns),
  listViews: onQuery(deals.listViews, listViews),
  saveView: onCommand(deals.saveView, saveView),
  pinView: onCommand(deals.pinView, pinView),
  duplicateView: onCommand(deals.duplicateView, duplicateView),
  deleteView: onCommand(deals.deleteView, deleteView),
};
