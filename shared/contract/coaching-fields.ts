import { z } from 'zod';

export const sessionType = z.enum([
  'one_on_one',
  'deal',
  'skill',
  'field_visit',
  'career',
  'pip_checkin',
]);
export type SessionType = z.infer<typeof sessionType>;

/** Types that are held as a GROW talk and can be planned. */
export const plannableType = sessionType.extract(['one_on_one', 'deal', 'skill', 'career']);

export const sessionStatus = z.enum(['scheduled', 'in_progress', 'completed', 'excused', 'missed']);
export type SessionStatus = z.infer<typeof sessionStatus>;

export const sessionMode = z.enum(['onsite', 'phone', 'video', 'field']);

/** Private text never leaves the manager's screen; presentation mode hides it there too. */
export const visibility = z.enum(['private', 'shared']);
export type Visibility = z.infer<typeof visibility>;

export const growStep = z.enum(['goal', 'reality', 'options', 'will']);
export type GrowStep = z.infer<typeof growStep>;

/** Whose promise or idea it is. */
export const party = z.enum(['rep', 'manager']);
export type Party = z.infer<typeof party>;
