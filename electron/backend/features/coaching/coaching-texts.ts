import { AppError } from '../../app-error.ts';
import type { TextFields } from '../texts/text-fields.ts';
import { findOptionSession } from './grow/grow.repository.ts';
import { growTextColumns } from './grow/grow-texts.ts';
import { assertSessionEditable } from './sessions/session-lock.ts';

export const sessionTexts: TextFields = {
  fields: ['shared_summary', 'private_note'],
  assertEditable: assertSessionEditable,
};

export const growRecordTexts: TextFields = {
  fields: growTextColumns,
  assertEditable: assertSessionEditable,
};

export const growOptionTexts: TextFields = {
  fields: ['text', 'pros', 'cons'],
  async assertEditable(context, id) {
    const sessionId = await findOptionSession(context.db, id);
    if (sessionId === undefined) throw new AppError('not_found');
    await assertSessionEditable(context, sessionId);
  },
};
