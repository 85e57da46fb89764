import { z } from 'zod';
import { brief } from '#shared/contract/coaching-brief.ts';
import { sessionPage } from '#shared/contract/coaching-sessions.ts';
import { storedJson } from '../../../database/stored-json.ts';

const sessionSnapshot = z.object({ brief, suggestions: sessionPage.shape.questions });

/** What a session keeps of the moment it started; never changed afterwards. */
export type SessionSnapshot = z.infer<typeof sessionSnapshot>;

/** `prep_snapshot_json`, null until the session starts. */
export const storedSnapshot = storedJson(sessionSnapshot);
