import { z } from 'zod';
import { instant, longText } from './fields.ts';
import { command, query } from './procedure.ts';

/** One long text of one record. */
export const textField = z.object({ table: z.string(), id: z.string(), field: z.string() });
export type TextField = z.infer<typeof textField>;

export const textRevision = z.object({ id: z.int(), at: instant, text: z.string() });

export const texts = {
  /** Keeps a long text while it is typed. A record that is final answers `record_locked`. */
  saveText: command.input(textField.extend({ text: longText })),
  /** Puts a whole text in the place of another: a step of its own that keeps what was there. */
  replaceText: command.input(textField.extend({ text: longText })),
  /** What the text was before each spell of typing, newest first; 50 are kept. */
  listRevisions: query.input(textField).output(z.array(textRevision)),
};
