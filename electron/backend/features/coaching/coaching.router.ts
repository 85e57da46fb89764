import { coaching } from '#shared/contract/coaching.ts';
import { onCommand, onQuery, onTask } from '../../rpc/procedures.ts';
import { printBrief } from './brief/print-brief.service.ts';
import * as commitments from './commitments/commitment.service.ts';
import * as grow from './grow/grow.service.ts';
import { getOverview } from './overview.service.ts';
import * as points from './points/point.service.ts';
import * as questions from './questions/question.service.ts';
import * as sessions from './sessions/session.service.ts';
import { getSession } from './sessions/session-page.service.ts';
import * as run from './sessions/session-run.service.ts';

export const coachingRouter = {
  getOverview: onQuery(coaching.getOverview, getOverview),
  listPersonSessions: onQuery(coaching.listPersonSessions, sessions.listPersonSessions),
  getPrep: onQuery(coaching.getPrep, run.getPrep),
  getSession: onQuery(coaching.getSession, getSession),
  printBrief: onTask(coaching.printBrief, printBrief),

  planSession: onCommand(coaching.planSession, sessions.planSession),
  replanSession: onCommand(coaching.replanSession, sessions.replanSession),
  excuseSession: onCommand(coaching.excuseSession, sessions.excuseSession),
  missSession: onCommand(coaching.missSession, sessions.missSession),
  removeSession: onCommand(coaching.removeSession, sessions.removeSession),
  startSession: onCommand(coaching.startSession, run.startSession),
  completeSession: onCommand(coaching.completeSession, run.completeSession),
  amendSession: onCommand(coaching.amendSession, run.amendSession),

  changeGrow: onCommand(coaching.changeGrow, grow.changeGrow),
  addOption: onCommand(coaching.addOption, grow.addOption),
  changeOption: onCommand(coaching.changeOption, grow.changeOption),
  removeOption: onCommand(coaching.removeOption, grow.removeOption),
  chooseOption: onCommand(coaching.chooseOption, grow.chooseOption),
  commitToWill: onCommand(coaching.commitToWill, grow.commitToWill),

  addPoint: onCommand(coaching.addPoint, points.addPoint),
  pinPoint: onCommand(coaching.pinPoint, points.pinPoint),
  rewordPoint: onCommand(coaching.rewordPoint, points.rewordPoint),
  orderPoints: onCommand(coaching.orderPoints, points.orderPoints),
  dismissPoint: onCommand(coaching.dismissPoint, points.dismissPoint),
  setPointState: onCommand(coaching.setPointState, points.setPointState),
  setPointVisibility: onCommand(coaching.setPointVisibility, points.setPointVisibility),

  listCommitments: onQuery(coaching.listCommitments, commitments.listCommitments),
  addCommitment: onCommand(coaching.addCommitment, commitments.addCommitment),
  changeCommitment: onCommand(coaching.changeCommitment, commitments.changeCommitment),
  settleCommitment: onCommand(coaching.settleCommitment, commitments.settleCommitment),
  reopenCommitment: onCommand(coaching.reopenCommitment, commitments.reopenCommitment),
  removeCommitment: onCommand(coaching.removeCommitment, commitments.removeCommitment),

  listQuestions: onQuery(coaching.listQuestions, questions.listQuestions),
  addQuestion: onCommand(coaching.addQuestion, questions.addQuestion),
  changeQuestion: onCommand(coaching.changeQuestion, questions.changeQuestion),
  removeQuestion: onCommand(coaching.removeQuestion, questions.removeQuestion),
  markQuestion: onCommand(coaching.markQuestion, questions.markQuestion),
  noteQuestions: onTask(coaching.noteQuestions, questions.noteQuestions),
};
