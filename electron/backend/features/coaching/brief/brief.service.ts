import type { Brief } from '#shared/contract/coaching-brief.ts';
import type { Person } from '#shared/contract/person-records.ts';
import { startOfDay } from '../../../clock.ts';
import type { QueryContext } from '../../../rpc/context.ts';
import { getPerson } from '../../people/person.service.ts';
import { getSettings } from '../../settings/settings.service.ts';
import { getCadenceSettings, rhythmOf } from '../cadence.service.ts';
import type { Suggestions } from '../questions/suggest-questions.ts';
import { getActivityTrend } from './activity-trend.ts';
import { getBriefCommitments } from './brief-commitments.ts';
import {
  getBriefPipeline,
  getPersonDeals,
  listStageNames,
  type StageNames,
  toBriefStuck,
} from './brief-deals.ts';
import { type BriefHistory, loadHistory } from './brief-history.ts';
import { getBriefNumbers } from './brief-numbers.ts';
import { getTalkingPoints } from './brief-points.ts';
import { getSuggestions } from './brief-questions.ts';

type Reader = Pick<QueryContext, 'db' | 'today' | 'platform'>;

export type BriefRequest = {
  personId: string;
  /** The session it is for; a planned one says how long it lasts. */
  session: { id: string; plannedMinutes: number } | null;
};

export type BriefWithSuggestions = { brief: Brief; suggestions: Suggestions };

/** More than these is noise; they are counted. */
const proposalsKept = 12;

/** Everything worth knowing before a one-on-one, as of now. */
export async function getBrief(context: Reader, request: BriefRequest): Promise<Brief> {
  return (await composeBrief(context, request)).brief;
}

/** The brief together with all questions its margin can swap through. */
export async function composeBrief(
  context: Reader,
  { personId, session }: BriefRequest,
): Promise<BriefWithSuggestions> {
  const { db, today } = context;
  const person = await getPerson(context, { personId });
  const settings = await getSettings(context);
  const history = await loadHistory(db, personId);
  const sinceOn = history.last?.on ?? null;
  const stages = await listStageNames(context);
  const { lastBrief } = history;
  const numbers = await getBriefNumbers(context, { personId, lastBrief });
  const deals = await getPersonDeals(context, personId);
  const activity = await getActivityTrend(context, { person, sinceOn });
  const kept = await getBriefCommitments(context, { personId, history });
  const points = await getTalkingPoints(db, {
    personId,
    today,
    commitments: kept.commitments,
    deals,
    activity,
    praiseFromOn: sinceOn ?? numbers.quarterStartOn,
  });
  const suggestions = await getSuggestions(db, {
    personId,
    today,
    sessionId: session?.id ?? null,
    minutes: session?.plannedMinutes ?? settings.sessionMinutes,
    weeksLeft: numbers.weeksLeft,
    commitments: kept.commitments,
    activity,
    deals,
    stages,
  });
  const brief: Brief = {
    asOf: context.platform.now().toISOString(),
    currency: settings.currency,
    ...(await describePerson(context, person, history)),
    ...limitPoints(points),
    ...kept,
    numbers,
    pipeline: await pipelineSince(context, { personId, history, numbers, stages }),
    stuck: toBriefStuck(deals, stages),
    activity,
    questions: firstOf(suggestions),
  };
  return { brief, suggestions };
}

async function describePerson(
  context: Reader,
  person: Person,
  { last, nextNo }: BriefHistory,
): Promise<Pick<Brief, 'person' | 'sessionNo' | 'last' | 'cadence'>> {
  const { today } = context;
  const { id, name, roleTitle, level, team, joinedOn } = person;
  const lastCompletedOn = last?.on ?? null;
  return {
    person: { id, name, roleTitle, level, team, joinedOn },
    sessionNo: nextNo,
    last: last && { sessionId: last.row.id, sessionNo: last.row.session_no ?? 1, on: last.on },
    cadence: rhythmOf(person, await getCadenceSettings(context), { lastCompletedOn, today }),
  };
}

/** All that the manager kept, and the best of the proposals. */
function limitPoints(points: Brief['points']): Pick<Brief, 'points' | 'morePoints'> {
  const chosen = points.filter(({ itemId }) => itemId !== null);
  const shown = points.slice(0, chosen.length + proposalsKept);
  return { points: shown, morePoints: points.length - shown.length };
}

type Since = {
  personId: string;
  history: BriefHistory;
  numbers: Brief['numbers'];
  stages: StageNames;
};

/** Since the end of the last session; before the first one, since the quarter began. */
function pipelineSince(context: Reader, { personId, history, numbers, stages }: Since) {
  const lastAt = history.last?.row.completed_at ?? null;
  const isSinceSession = lastAt !== null;
  const sinceAt = lastAt ?? startOfDay(numbers.quarterStartOn);
  return getBriefPipeline(context, { personId, sinceAt, isSinceSession, stages });
}

function firstOf({ goal, reality, options, will }: Suggestions): Brief['questions'] {
  return {
    goal: goal[0] ?? null,
    reality: reality[0] ?? null,
    options: options[0] ?? null,
    will: will[0] ?? null,
  };
}
