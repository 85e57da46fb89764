import { z } from 'zod';
import { amountMinor, id, localDate, optionalText, shortText } from './fields.ts';
import { command, query } from './procedure.ts';

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

const byPerson = z.object({ personId: id });
const leaveDays = z.object({ fromOn: localDate, toOn: localDate });

/** One cell of the quota grid; null clears it. */
export const quotaCell = z.object({
  personId: id,
  periodStartOn: localDate,
  amountMinor: amountMinor.min(0).nullable(),
});
export type QuotaCell = z.infer<typeof quotaCell>;

const quarter = z.object({
  /** 1–4 within the fiscal year. */
  index: z.int().min(1).max(4),
  startOn: localDate,
  endOn: localDate,
});

export const quotaGrid = z.object({
  /** The fiscal year's name. */
  year: z.int(),
  quarters: z.array(quarter),
  rows: z.array(
    z.object({
      person: personSummary,
      /** One for each quarter, null where none is set. */
      amountsMinor: z.array(amountMinor.nullable()),
      /** Of the quarters that have one; null when none has. */
      totalMinor: amountMinor.nullable(),
    }),
  ),
  /** One for each quarter, over all rows. */
  totalsMinor: z.array(amountMinor.nullable()),
});
export type QuotaGrid = z.infer<typeof quotaGrid>;

export const people = {
  /** Everyone by name; those who left only when asked for. */
  listPeople: query
    .input(z.object({ includeLeft: z.boolean().default(false) }))
    .output(z.array(personSummary)),
  getPerson: query.input(byPerson).output(person),
  addPerson: command.input(newPerson).output(person),
  /** Changes the given facts and leaves the others. */
  changePerson: command.input(byPerson.extend({ changes: personChanges })).output(person),
  /** The person leaves the team: the past stays, planned sessions after that day are excused. */
  recordLeaving: command.input(byPerson.extend({ leftOn: localDate })).output(person),
  /** Takes a leaving back: the person is in the team. */
  recordReturn: command.input(byPerson).output(person),
  /** Removes someone added by mistake; `person_in_use` when anything belongs to them. */
  removePerson: command.input(byPerson),
  addLeave: command.input(byPerson.extend(leaveDays.shape)).output(person),
  changeLeave: command.input(z.object({ leaveId: id }).extend(leaveDays.shape)).output(person),
  removeLeave: command.input(z.object({ leaveId: id })).output(person),
  /** Quotas by quarter; the fiscal year of today when none is named. */
  getQuotaGrid: query.input(z.object({ year: z.int().nullable() })).output(quotaGrid),
  /** Sets quotas for whole fiscal quarters, all in one step of undo. */
  setQuotas: command.input(z.object({ cells: z.array(quotaCell).min(1).max(1000) })),
};
