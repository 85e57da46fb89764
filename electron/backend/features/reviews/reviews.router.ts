import { reviews } from '#shared/contract/reviews.ts';
import { onCommand, onQuery, onTask } from '../../rpc/procedures.ts';
import {
  findOverlaps,
  getReview,
  getTargetGap,
  listCandidates,
  listKpiRows,
  listReviews,
  listTemplates,
} from './review.service.ts';
import { amendReview } from './review-amend.service.ts';
import { compareRevisions } from './review-compare.service.ts';
import { finaliseReview, previewReview, printReview } from './review-final.service.ts';
import {
  addPoint,
  adjustScore,
  cancelReview,
  changePoint,
  removePoint,
  setPotential,
  setTalkDay,
} from './review-plan.service.ts';
import {
  attachEvidence,
  detachEvidence,
  markEvidenceSeen,
  overrideScore,
  rateItem,
  refreshKpi,
  setKpi,
  setNotApplicable,
} from './review-rating.service.ts';
import { startReview } from './review-start.service.ts';

export const reviewsRouter = {
  listReviews: onQuery(reviews.listReviews, listReviews),
  getReview: onQuery(reviews.getReview, getReview),
  listTemplates: onQuery(reviews.listTemplates, listTemplates),
  findOverlaps: onQuery(reviews.findOverlaps, findOverlaps),
  listCandidates: onQuery(reviews.listCandidates, listCandidates),
  listKpiRows: onQuery(reviews.listKpiRows, listKpiRows),
  getTargetGap: onQuery(reviews.getTargetGap, getTargetGap),
  compareRevisions: onQuery(reviews.compareRevisions, compareRevisions),
  startReview: onCommand(reviews.startReview, startReview),
  rateItem: onCommand(reviews.rateItem, rateItem),
  setKpi: onCommand(reviews.setKpi, setKpi),
  refreshKpi: onCommand(reviews.refreshKpi, refreshKpi),
  setNotApplicable: onCommand(reviews.setNotApplicable, setNotApplicable),
  overrideScore: onCommand(reviews.overrideScore, overrideScore),
  adjustScore: onCommand(reviews.adjustScore, adjustScore),
  setPotential: onCommand(reviews.setPotential, setPotential),
  setTalkDay: onCommand(reviews.setTalkDay, setTalkDay),
  attachEvidence: onCommand(reviews.attachEvidence, attachEvidence),
  detachEvidence: onCommand(reviews.detachEvidence, detachEvidence),
  markEvidenceSeen: onCommand(reviews.markEvidenceSeen, markEvidenceSeen),
  addPoint: onCommand(reviews.addPoint, addPoint),
  changePoint: onCommand(reviews.changePoint, changePoint),
  removePoint: onCommand(reviews.removePoint, removePoint),
  cancelReview: onCommand(reviews.cancelReview, cancelReview),
  amendReview: onCommand(reviews.amendReview, amendReview),
  finaliseReview: onTask(reviews.finaliseReview, finaliseReview),
  previewReview: onTask(reviews.previewReview, previewReview),
  printReview: onTask(reviews.printReview, printReview),
};
