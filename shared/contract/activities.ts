import { z } from 'zod';
import { recordLink } from './deal-records.ts';
import { id, instant, longText, shortText } from './fields.ts';
import { command, query } from './procedure.ts';

export const activityKind = z.enum([
  'call',
  'email',
  'wechat',
  'visit',
  'meeting',
  'video',
  'demo',
  'task',
  'note',
]);
export type ActivityKind = z.infer<typeof activityKind>;

export const activity = z.object({
  id,
  kind: activityKind,
  status: z.enum(['planned', 'done', 'cancelled']),
  subject: z.string(),
  content: z.string(),
  /** When it happened, or for a planned one when it is due. */
  happenedAt: instant,
  /** When it had been planned for; null for what was never planned. */
  plannedFor: instant.nullable(),
  minutes: z.int().nullable(),
  deal: recordLink.nullable(),
  account: recordLink.nullable(),
  /** Who did it. */
  person: recordLink.nullable(),
});
export type Activity = z.infer<typeof activity>;

export const activityFacts = z.object({
  kind: activityKind,
  subject: shortText,
  happenedAt: instant,
  minutes: z.int().min(0).max(10_000).nullable(),
  dealId: id.nullable(),
  accountId: id.nullable(),
  personId: id.nullable(),
});
export type ActivityFacts = z.infer<typeof activityFacts>;

/** Whose timeline: one of them. */
export const timelineOf = z.union([
  z.object({ dealId: id }),
  /** With the activities of all its deals. */
  z.object({ accountId: id }),
  z.object({ personId: id }),
]);
export type TimelineOf = z.infer<typeof timelineOf>;

export const timeline = z.object({
  /** All that is planned, the next first. */
  planned: z.array(activity),
  /** Done ones; cancelled ones do not count. */
  doneCount: z.int(),
  /** A window of the done ones, the newest first. */
  done: z.array(activity),
});
export type Timeline = z.infer<typeof timeline>;

export const activities = {
  getTimeline: query
    .input(
      z.object({
        of: timelineOf,
        kinds: z.array(activityKind).optional(),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(500).default(50),
      }),
    )
    .output(timeline),
  /** Without a person it is the deal's or the account's owner who did it. */
  addActivity: command
    .input(
      activityFacts
        .partial({ minutes: true, dealId: true, accountId: true, personId: true })
        .extend({
          status: z.enum(['planned', 'done']),
          content: longText.default(''),
        }),
    )
    .output(z.object({ id })),
  changeActivity: command.input(z.object({ id, changes: activityFacts.partial() })),
  /** A plan becomes a record: it happened now, unless said otherwise, and was planned for then. */
  completeActivity: command.input(z.object({ id, happenedAt: instant.optional() })),
  cancelActivity: command.input(z.object({ id })),
  removeActivity: command.input(z.object({ id })),
};
