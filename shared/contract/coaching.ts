import { z } from 'zod';
import { growStep, party, visibility } from './coaching-fields.ts';
import { bankQuestion, growChanges, growOption, scale5 } from './coaching-grow.ts';
import {
  coachingOverview,
  coachingSession,
  prep,
  sessionPage,
  sessionPlan,
  toldSession,
} from './coaching-sessions.ts';
import {
  commitment,
  commitmentChanges,
  commitmentFilter,
  newCommitment,
  settledStatus,
} from './commitments.ts';
import { documentInfo } from './documents.ts';
import { id, instant, language, localDate, optionalText, shortText } from './fields.ts';
import { command, query, task } from './procedure.ts';

const bySession = z.object({ sessionId: id });
const byPerson = z.object({ personId: id });
const byOption = z.object({ optionId: id });
const byCommitment = z.object({ commitmentId: id });
const reason = shortText;

export const coaching = {
  getOverview: query.output(coachingOverview),
  /** All sessions of a person, the latest first. */
  listPersonSessions: query
    .input(byPerson)
    .output(z.object({ asOf: instant, sessions: z.array(toldSession) })),
  getPrep: query.input(byPerson).output(prep),
  getSession: query.input(bySession).output(sessionPage),
  /** Prints the brief on one A4 page, nothing private in it; of now, or as frozen with a session. */
  printBrief: task
    .input(byPerson.extend({ sessionId: id.nullable(), language }))
    .output(documentInfo),

  planSession: command.input(byPerson.extend(sessionPlan.shape)).output(coachingSession),
  /** Changes or moves a planned session; an excused or missed one is planned again. */
  replanSession: command.input(bySession.extend(sessionPlan.shape)).output(coachingSession),
  excuseSession: command.input(bySession.extend({ reason })).output(coachingSession),
  missSession: command.input(bySession.extend({ reason })).output(coachingSession),
  removeSession: command.input(bySession),
  /** Starts the planned session, or one on the spot; freezes the brief. A running one is returned. */
  startSession: command
    .input(byPerson.extend({ sessionId: id.nullable() }))
    .output(coachingSession),
  /** `closing_incomplete` while a commitment has neither a date nor "no date" chosen. */
  completeSession: command.input(bySession).output(coachingSession),
  /** Opens a locked session for changes, today and tomorrow. */
  amendSession: command.input(bySession.extend({ reason })).output(coachingSession),

  changeGrow: command.input(bySession.extend({ changes: growChanges })),
  addOption: command.input(bySession.extend({ proposedBy: party })).output(growOption),
  /** `options_too_few` when scoring before there are three. */
  changeOption: command.input(
    byOption.extend({
      proposedBy: party.optional(),
      impact: scale5.optional(),
      feasibility: scale5.optional(),
    }),
  ),
  removeOption: command.input(byOption),
  chooseOption: command.input(byOption.extend({ isChosen: z.boolean() })),
  /** Makes a commitment of the chosen option and the will, for the person. */
  commitToWill: command.input(bySession).output(commitment),

  addPoint: command
    .input(
      byPerson.extend({
        sessionId: id.nullable(),
        text: shortText,
        source: z.enum(['manager', 'rep']),
        /** The manager's own points are private, those of the person shared, unless said here. */
        visibility: visibility.optional(),
      }),
    )
    .output(id),
  /** Keeps a line of the brief as a talking point; the same line again changes nothing. */
  pinPoint: command
    .input(byPerson.extend({ sessionId: id.nullable(), line: shortText, text: shortText }))
    .output(id),
  /** Rewords a point of the brief; by its key, since a rule's point is kept only now. */
  rewordPoint: command.input(byPerson.extend({ key: z.string(), text: optionalText })),
  /** The order of all open points, by key. */
  orderPoints: command.input(
    byPerson.extend({ sessionId: id.nullable(), keys: z.array(z.string()).max(100) }),
  ),
  dismissPoint: command.input(byPerson.extend({ key: z.string(), reason })),
  setPointState: command.input(
    z.object({ itemId: id, state: z.enum(['open', 'discussed', 'deferred']) }),
  ),
  setPointVisibility: command.input(byPerson.extend({ key: z.string(), visibility })),

  listCommitments: query.input(commitmentFilter).output(z.array(commitment)),
  addCommitment: command.input(newCommitment).output(commitment),
  /** A later date counts as moved. */
  changeCommitment: command
    .input(byCommitment.extend({ changes: commitmentChanges }))
    .output(commitment),
  settleCommitment: command
    .input(
      byCommitment.extend({
        status: settledStatus,
        /** How it went; what is left out stays. */
        note: optionalText.optional(),
        /** When it was done or given up; null takes today, or the day that is known already. */
        closedOn: localDate.nullable().default(null),
        /** The session it is looked back on in. */
        sessionId: id.nullable(),
      }),
    )
    .output(commitment),
  reopenCommitment: command.input(byCommitment).output(commitment),
  removeCommitment: command.input(byCommitment),

  listQuestions: query.output(z.array(bankQuestion)),
  addQuestion: command.input(z.object({ step: growStep, text: shortText })).output(id),
  changeQuestion: command.input(z.object({ questionId: id, text: shortText })),
  removeQuestion: command.input(z.object({ questionId: id })),
  markQuestion: command.input(
    z.object({
      key: z.string(),
      isStarred: z.boolean().optional(),
      isHidden: z.boolean().optional(),
    }),
  ),
  /** Notes which questions the margin shows, so that they do not come back too soon. */
  noteQuestions: task.input(bySession.extend({ keys: z.array(z.string()).max(20) })),
};
