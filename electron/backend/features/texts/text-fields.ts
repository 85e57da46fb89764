import type { CommandContext } from '../../rpc/context.ts';
import { growOptionTexts, growRecordTexts, sessionTexts } from '../coaching/coaching-texts.ts';
import { personTexts } from '../people/person-texts.ts';
import { reviewTexts } from '../reviews/review-texts.ts';

/** Which long texts of a table are saved while typed, and when they are closed for good. */
export type TextFields = {
  fields: readonly string[];
  /** Throws AppError record_locked when the record must no longer change. */
  assertEditable(context: CommandContext, id: string): Promise<void>;
};

/** Every text that is saved while it is typed, by table. Each feature adds its own. */
export const textFields: Readonly<Record<string, TextFields>> = {
  person: personTexts,
  deal: { fields: ['note', 'close_note'], assertEditable: async () => {} },
  account: { fields: ['note'], assertEditable: async () => {} },
  coaching_session: sessionTexts,
  grow_record: growRecordTexts,
  grow_option: growOptionTexts,
  activity: { fields: ['content'], assertEditable: async () => {} },
  ...reviewTexts,
  risk: {
    fields: ['cause', 'event', 'consequence', 'existing_controls', 'contingency'],
    assertEditable: async () => {},
  },
};
