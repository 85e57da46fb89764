import type { TalkingPoint } from '#shared/contract/coaching-brief.ts';
import { AppError } from '../../../app-error.ts';
import type { CommandContext } from '../../../rpc/context.ts';
import { getPerson } from '../../people/person.service.ts';
import { findCommitment } from '../commitments/commitment.repository.ts';
import { assertSessionEditable } from '../sessions/session-lock.ts';
import { quotable } from '../step-words.ts';
import type { KeptPoint } from './point.repository.ts';
import * as repository from './point.repository.ts';
import { commitmentOfKey, parsePointKey } from './point-key.ts';

type Place = { personId: string; sessionId: string | null };
type Addressed = { personId: string; key: string };

type NewPoint = Place & {
  text: string;
  source: 'manager' | 'rep';
  visibility?: TalkingPoint['visibility'] | undefined;
};

/** A point in the manager's words, private until shared, or one that the person brought. */
export async function addPoint(
  context: CommandContext,
  { text, source, visibility: wanted, ...place }: NewPoint,
): Promise<string> {
  await assertOpenPlace(context, place);
  const visibility = wanted ?? (source === 'manager' ? 'private' : 'shared');
  context.step.describe(quotable({ text, visibility }));
  const order = await orderAtEnd(context, place);
  const point = { ...place, source, text, ruleCode: null, subjectId: null, order, visibility };
  return repository.insertPoint(context.db, context.platform, point);
}

/** Keeps a line of the brief, such as `stuck_deal:<id>`, with the words it has there. */
export async function pinPoint(
  context: CommandContext,
  { line, text, ...place }: Place & { line: string; text: string },
): Promise<string> {
  await assertOpenPlace(context, place);
  const { ruleCode, subjectId } = parsePointKey(line);
  const visibility = await visibilityOf(context, line);
  context.step.describe(quotable({ text, visibility }));
  const points = await repository.listPoints(context.db, place);
  const kept = points.find((point) => isOf(point, ruleCode, subjectId));
  if (kept?.state === 'dropped') {
    const columns = { state: 'open', drop_reason: null } as const;
    await repository.updatePoint(context.db, context.platform, { id: kept.itemId, columns });
  }
  if (kept !== undefined) return kept.itemId;
  const order = points.length;
  const raised = { ruleCode, subjectId, order, visibility };
  const point = { ...place, ...raised, source: 'manager' as const, text };
  return repository.insertPoint(context.db, context.platform, point);
}

export async function rewordPoint(
  context: CommandContext,
  { text, ...address }: Addressed & { text: string },
): Promise<void> {
  await change(context, address, { text });
}

export async function dismissPoint(
  context: CommandContext,
  { reason, ...address }: Addressed & { reason: string },
): Promise<void> {
  await change(context, address, { state: 'dropped', drop_reason: reason });
}

export async function setPointVisibility(
  context: CommandContext,
  { visibility, ...address }: Addressed & { visibility: TalkingPoint['visibility'] },
): Promise<void> {
  await change(context, address, { visibility });
}

export async function setPointState(
  context: CommandContext,
  { itemId, state }: { itemId: string; state: 'open' | 'discussed' | 'deferred' },
): Promise<void> {
  const point = await repository.findPoint(context.db, itemId);
  if (point === undefined) throw new AppError('not_found');
  await change(context, { personId: point.personId, key: itemId }, { state, drop_reason: null });
}

/** What is on the agenda of a session, in its order. */
export function listAgenda(
  { db }: Pick<CommandContext, 'db'>,
  { personId, sessionId }: { personId: string; sessionId: string },
): Promise<KeptPoint[]> {
  return repository.listPoints(db, { personId, sessionId });
}

/** Puts the points in the order of their keys; a rule's point is kept from now on. */
export async function orderPoints(
  context: CommandContext,
  { keys, ...place }: Place & { keys: readonly string[] },
): Promise<void> {
  await assertOpenPlace(context, place);
  for (const [order, key] of keys.entries()) {
    const id = await keep(context, { personId: place.personId, key });
    const columns = { sort_order: order };
    await repository.updatePoint(context.db, context.platform, { id, columns });
  }
}

type Columns = Parameters<typeof repository.updatePoint>[2]['columns'];

async function change(context: CommandContext, address: Addressed, columns: Columns) {
  const id = await keep(context, address);
  await repository.updatePoint(context.db, context.platform, { id, columns });
}

/** The kept point of a key; one that only the rule proposed so far is kept now. */
async function keep(context: CommandContext, { personId, key }: Addressed): Promise<string> {
  const { db, platform } = context;
  const known = await repository.findPoint(db, key);
  if (known !== undefined) {
    if (known.sessionId !== null) await assertSessionEditable(context, known.sessionId);
    return known.itemId;
  }
  await getPerson(context, { personId });
  const { ruleCode, subjectId } = parsePointKey(key);
  const place = { personId, sessionId: null };
  const waiting = await repository.listPoints(db, place);
  const same = waiting.find((point) => isOf(point, ruleCode, subjectId));
  if (same !== undefined) return same.itemId;
  const order = waiting.length;
  const visibility = await visibilityOf(context, key);
  const raised = { ruleCode, subjectId, order, visibility };
  const point = { ...place, ...raised, source: 'rule' as const, text: '' };
  return repository.insertPoint(db, platform, point);
}

/** A line about a private commitment stays private in whatever words. */
async function visibilityOf(
  { db, today }: CommandContext,
  line: string,
): Promise<TalkingPoint['visibility']> {
  const id = commitmentOfKey(line);
  if (id === null) return 'shared';
  const commitment = await findCommitment(db, { id, today });
  return commitment?.visibility ?? 'shared';
}

function isOf(point: KeptPoint, ruleCode: string, subjectId: string): boolean {
  return point.ruleCode === ruleCode && point.subjectId === subjectId;
}

async function orderAtEnd({ db }: CommandContext, place: Place): Promise<number> {
  return (await repository.listPoints(db, place)).length;
}

async function assertOpenPlace(
  context: CommandContext,
  { personId, sessionId }: Place,
): Promise<void> {
  await getPerson(context, { personId });
  if (sessionId !== null) await assertSessionEditable(context, sessionId);
}
