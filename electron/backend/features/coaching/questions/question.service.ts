import type { GrowStep } from '#shared/contract/coaching-fields.ts';
import type { BankQuestion } from '#shared/contract/coaching-grow.ts';
import { AppError } from '../../../app-error.ts';
import type { ReadDb } from '../../../database/db.ts';
import type { CommandContext, TaskContext } from '../../../rpc/context.ts';
import { getSessionSummary } from '../sessions/session.service.ts';
import * as repository from './question.repository.ts';
import { questionBank } from './question-bank.ts';

/** The app's questions and the manager's own, with the manager's marks. */
export async function listQuestions({ db }: { db: ReadDb }): Promise<BankQuestion[]> {
  const marks = await repository.listMarks(db);
  const own = await repository.listOwnQuestions(db);
  const unmarked = { isStarred: false, isHidden: false };
  return [
    ...questionBank.map((question) => ({ ...question, isOwn: false })),
    ...own.map(({ id, step, text }) => ({
      key: id,
      step,
      text: { 'zh-CN': text, en: text },
      isOwn: true,
    })),
  ].map((question) => ({ ...question, ...(marks.get(question.key) ?? unmarked) }));
}

export async function addQuestion(
  { db, platform, step }: CommandContext,
  question: { step: GrowStep; text: string },
): Promise<string> {
  step.describe({ text: question.text });
  return repository.insertQuestion(db, platform, question);
}

export async function changeQuestion(
  { db, platform, step }: CommandContext,
  { questionId, text }: { questionId: string; text: string },
): Promise<void> {
  step.describe({ text });
  const isFound = await repository.updateQuestion(db, platform, { id: questionId, text });
  if (!isFound) throw new AppError('not_found');
}

export async function removeQuestion(
  { db, platform }: CommandContext,
  { questionId }: { questionId: string },
): Promise<void> {
  const removal = { id: questionId, deleted_at: platform.now().toISOString() };
  if (!(await repository.updateQuestion(db, platform, removal))) throw new AppError('not_found');
}

type Mark = { key: string; isStarred?: boolean | undefined; isHidden?: boolean | undefined };

/** Stars or hides a question; what is not given stays. */
export async function markQuestion(
  context: CommandContext,
  { key, isStarred, isHidden }: Mark,
): Promise<void> {
  const known = (await listQuestions(context)).find((question) => question.key === key);
  if (known === undefined) throw new AppError('not_found');
  await repository.putMark(context.db, key, {
    isStarred: isStarred ?? known.isStarred,
    isHidden: isHidden ?? known.isHidden,
  });
}

/** No step of undo: that a question was shown cannot be taken back. */
export async function noteQuestions(
  { write }: TaskContext,
  { sessionId, keys }: { sessionId: string; keys: readonly string[] },
): Promise<void> {
  await write('coaching.noteQuestions', async (context) => {
    const { personId } = await getSessionSummary(context, sessionId);
    await repository.insertUses(context.db, context.platform, { sessionId, personId, keys });
  });
}
