import type {
  CoachingOverview,
  CoachingSession,
  CoverageRow,
} from '#shared/contract/coaching-sessions.ts';
import { coverage } from '#shared/domain/coaching/coverage.ts';
import {
  addDays,
  coveredDays,
  type DateRange,
  sharedDays,
} from '#shared/domain/dates/local-date.ts';
import { startOfDay } from '../../clock.ts';
import type { QueryContext } from '../../rpc/context.ts';
import { listTeamMembers, type TeamMember } from '../people/team-members.service.ts';
import { sessionDay } from './brief/brief-history.ts';
import {
  type CadenceSettings,
  getCadenceSettings,
  type Rhythm,
  rhythmOf,
} from './cadence.service.ts';
import {
  type CommitmentCounts,
  countOpenCommitments,
  listLastCompletedOn,
} from './overview.repository.ts';
import { countPrepared } from './points/point.repository.ts';
import { listSessions } from './sessions/session.repository.ts';

/** With today among them. */
const coverageDays = 30;
const pastDays = 90;

type Reader = Pick<QueryContext, 'db' | 'today'>;

/** The rhythm of the whole team: who waits, what is planned, what was held. */
export async function getOverview(context: QueryContext): Promise<CoachingOverview> {
  const { db, today } = context;
  const rows = await listCoverage(context);
  const since = addDays(today, -pastDays);
  const found = await listSessions(db, { aheadOrSince: startOfDay(since) });
  const sessions = found.filter(
    (session) => session.status === 'scheduled' || sessionDay(session) >= since,
  );
  const here = new Set(rows.map(({ person }) => person.id));
  return {
    asOf: context.platform.now().toISOString(),
    today,
    people: rows.toSorted(byUrgency),
    coverage: await getCoverage(context, sessions),
    upcoming: sessions.filter(
      ({ status, personId }) => status === 'scheduled' && here.has(personId),
    ),
    past: sessions
      .filter(({ status }) => ['completed', 'excused', 'missed'].includes(status))
      .toReversed(),
  };
}

/** One row for each coached person in the team. */
export async function listCoverage(context: Reader): Promise<CoverageRow[]> {
  const { db, today } = context;
  const sources: Sources = {
    today,
    settings: await getCadenceSettings(context),
    lastOn: await listLastCompletedOn(db),
    counts: await countOpenCommitments(db, today),
    prepared: await countPrepared(db),
    planned: Map.groupBy(
      await listSessions(db, { statuses: ['scheduled', 'in_progress'] }),
      ({ personId }) => personId,
    ),
  };
  const members = await listTeamMembers(context);
  return members.filter(({ person }) => person.isCoached).map((member) => toRow(member, sources));
}

type Sources = {
  today: string;
  settings: CadenceSettings;
  lastOn: ReadonlyMap<string, string>;
  counts: ReadonlyMap<string, CommitmentCounts>;
  prepared: ReadonlyMap<string, number>;
  planned: ReadonlyMap<string, CoachingSession[]>;
};

function toRow(member: TeamMember, sources: Sources): CoverageRow {
  const { id } = member.person;
  const lastOn = sources.lastOn.get(id) ?? null;
  const sessions = sources.planned.get(id) ?? [];
  const { today, settings } = sources;
  return {
    person: member.person,
    cadence: rhythmOf(member, settings, { lastCompletedOn: lastOn, today }),
    lastOn,
    next: sessions.find(({ status }) => status === 'scheduled') ?? null,
    running: sessions.find(({ status }) => status === 'in_progress') ?? null,
    ...(sources.counts.get(id) ?? { openCommitments: 0, overdueCommitments: 0 }),
    preparedPoints: sources.prepared.get(id) ?? 0,
  };
}

const urgency: Readonly<Record<Rhythm['status'], number>> = {
  neglected: 0,
  overdue: 0,
  due: 1,
  new: 2,
  ok: 3,
  paused: 4,
};

/** The longest overdue first, then by how soon it falls due. */
function byUrgency(a: CoverageRow, b: CoverageRow): number {
  return (
    urgency[a.cadence.status] - urgency[b.cadence.status] ||
    b.cadence.daysLate - a.cadence.daysLate ||
    daysLeft(a) - daysLeft(b)
  );
}

function daysLeft({ cadence }: CoverageRow): number {
  return cadence.everyDays - (cadence.daysSince ?? 0);
}

async function getCoverage(context: Reader, sessions: readonly CoachingSession[]) {
  const { today } = context;
  const window = { startOn: addDays(today, 1 - coverageDays), endOn: today };
  const coached = (await listTeamMembers(context)).filter(({ person }) => person.isCoached);
  return coverage(
    coached.map((member) => ({
      id: member.person.id,
      activeFrom: member.joinedOn,
      activeTo: member.person.leftOn,
      ...wholeAbsence(member, window),
    })),
    sessions.map((session) => ({ ...session, repId: session.personId, on: sessionDay(session) })),
    window,
  );
}

/** Away for the whole window, in one leave or in several that follow each other. */
function wholeAbsence({ leaves }: TeamMember, window: DateRange) {
  const away = leaves.map(({ fromOn, toOn }) => ({ startOn: fromOn, endOn: toOn }));
  const isAway = coveredDays(window, away) === sharedDays(window, window);
  return isAway
    ? { pausedFrom: window.startOn, pausedTo: window.endOn }
    : { pausedFrom: null, pausedTo: null };
}
