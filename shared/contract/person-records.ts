import { z } from 'zod';
import { id, localDate, optionalText, shortText } from './fields.ts';

/** What the manager says about a person; empty text means not known. */
export const personFacts = z.object({
  name: shortText,
  employeeNo: optionalText,
  roleTitle: optionalText,
  level: optionalText,
  team: optionalText,
  region: optionalText,
  email: optionalText,
  phone: optionalText,
  /** Direct superior, as documents print it. */
  managerName: optionalText,
  /** True when the manager holds one-on-ones with this person. */
  isCoached: z.boolean(),
  joinedOn: localDate.nullable(),
  /** Days between one-on-ones; null takes the team's default. */
  cadenceDays: z.int().min(1).max(366).nullable(),
});
export type PersonFacts = z.infer<typeof personFacts>;

export const newPerson = personFacts.partial().required({ name: true });
export type NewPerson = z.infer<typeof newPerson>;

export const personChanges = personFacts.partial();
export type PersonChanges = z.infer<typeof personChanges>;

/** A stretch of days off, both ends included. */
export const personLeave = z.object({ id, fromOn: localDate, toOn: localDate });
export type PersonLeave = z.infer<typeof personLeave>;

export const person = personFacts.extend({
  id,
  /** Last day in the team; null while they are in it. */
  leftOn: localDate.nullable(),
  leaves: z.array(personLeave),
  /** Only the manager reads it; no document or export prints it. Saved by `texts.saveText`. */
  privateNote: z.string(),
});
export type Person = z.infer<typeof person>;

/** A person as pickers, filters and other features show one. */
export const personSummary = z.object({
  id,
  name: z.string(),
  roleTitle: z.string(),
  level: z.string(),
  team: z.string(),
  region: z.string(),
  isCoached: z.boolean(),
  leftOn: localDate.nullable(),
});
export type PersonSummary = z.infer<typeof personSummary>;
