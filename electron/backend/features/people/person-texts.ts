import type { TextFields } from '../texts/text-fields.ts';

/** The manager's private note on a person; never locked. */
export const personTexts: TextFields = {
  fields: ['private_note'],
  assertEditable: async () => {},
};
