import type { RecordColumns } from '../../../database/record.table.ts';

/** A question the manager added to the bank. */
export type CoachingQuestionTable = RecordColumns & {
  step: 'goal' | 'reality' | 'options' | 'will';
  text: string;
};

/** The manager's mark on a question; `id` is its key: `G1` of the bank, or the id of an own one. */
export type QuestionMarkTable = {
  id: string;
  is_starred: number;
  is_hidden: number;
};

/** Which questions were shown in which session, so that they do not come back too soon. */
export type QuestionUseTable = {
  session_id: string;
  question_key: string;
  person_id: string;
  used_at: string;
};
