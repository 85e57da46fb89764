import type { BriefActivity, BriefCommitment } from '#shared/contract/coaching-brief.ts';
import type { Language } from '#shared/contract/fields.ts';
import type { QuestionVariables } from '#shared/domain/coaching/questions.ts';
import { createFormat } from '#shared/i18n/format.ts';
import type { ReadDb } from '../../../database/db.ts';
import { listUses } from '../questions/question.repository.ts';
import { listQuestions } from '../questions/question.service.ts';
import { type Suggestions, suggestQuestions } from '../questions/suggest-questions.ts';
import type { PersonDeals, StageNames } from './brief-deals.ts';
import { countLostDeals } from './deal-names.repository.ts';

export type QuestionSources = {
  personId: string;
  today: string;
  /** The session the questions are for, whose own uses do not count as repeats. */
  sessionId: string | null;
  minutes: number;
  weeksLeft: number;
  commitments: readonly BriefCommitment[];
  activity: readonly BriefActivity[];
  deals: PersonDeals;
  stages: StageNames;
};

/** Asks about the last three losses; without three there is nothing to compare. */
const lossesQuestion = 'R9';
const lossesCompared = 3;

/** The questions of each step for this person, best first, filled with what the brief knows. */
export async function getSuggestions(db: ReadDb, sources: QuestionSources): Promise<Suggestions> {
  const { personId, sessionId: exceptSessionId } = sources;
  const canCompareLosses = (await countLostDeals(db, personId)) >= lossesCompared;
  const questions = await listQuestions({ db });
  return suggestQuestions({
    questions: questions.filter(({ key }) => canCompareLosses || key !== lossesQuestion),
    variables: { 'zh-CN': variablesIn('zh-CN', sources), en: variablesIn('en', sources) },
    askedKeys: await listUses(db, { personId, exceptSessionId }),
  });
}

/** Values as a language writes them; what is null leaves out the questions that need it. */
function variablesIn(language: Language, sources: QuestionSources): QuestionVariables {
  const { today, minutes, weeksLeft, commitments, activity, deals, stages } = sources;
  const format = createFormat(language, 'CNY');
  const open = commitments.filter(({ status, owner }) => status === 'open' && owner === 'rep');
  const meetings = activity.find(({ measure, flag }) => measure === 'meetings' && flag === 'down');
  const [stuck] = deals.stuck;
  const closing = stuck?.expectedCloseOn ?? deals.largest?.expectedCloseOn ?? null;
  const rate = (milli: number | null | undefined) =>
    milli === null || milli === undefined ? null : format.score(milli, 1);
  return {
    min: minutes,
    // One of a thing reads wrong in a plural question, and is not worth counting.
    weeks: weeksLeft > 1 ? weeksLeft : null,
    k: open.length > 1 ? open.length : null,
    deal: stuck?.name ?? null,
    stage: stuck === undefined ? null : (stages.get(stuck.stageId)?.[language] ?? null),
    days: stuck?.facts.stageDays && stuck.facts.stageDays > 1 ? stuck.facts.stageDays : null,
    // How sure of a day that has passed is no question.
    close_date: closing === null || closing < today ? null : format.dateShort(closing),
    base: rate(meetings?.meanMilli),
    now: rate(meetings?.recentMilli),
    skill: null,
  };
}
