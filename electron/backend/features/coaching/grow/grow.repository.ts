import type { GrowChanges, GrowFields, GrowOption } from '#shared/contract/coaching-grow.ts';
import { optionRankHint } from '#shared/domain/coaching/grow.ts';
import type { ReadDb, WriteDb } from '../../../database/db.ts';
import { changedRecord, newRecord } from '../../../database/new-record.ts';
import type { Platform } from '../../../platform.ts';
import type { GrowOptionRow, GrowRecordRow } from '../sessions/coaching-session.table.ts';
import { type GrowTexts, growTextColumns } from './grow-texts.ts';

export type Grow = { fields: GrowFields; texts: GrowTexts };

function toGrow(row: GrowRecordRow): Grow {
  return {
    fields: {
      goalVisibility: row.goal_visibility,
      goalDueOn: row.goal_due_on,
      realityVisibility: row.reality_visibility,
      realityScale: row.reality_scale_1_10,
      realityEvidence: JSON.parse(row.reality_evidence_json) as string[],
      optionsVisibility: row.options_visibility,
      willVisibility: row.will_visibility,
      willFirstStepDueOn: row.will_first_step_due_on,
      willDueOn: row.will_due_on,
      commitment: row.commitment_1_10,
      reviewOn: row.review_on,
    },
    texts: Object.fromEntries(growTextColumns.map((column) => [column, row[column]])) as GrowTexts,
  };
}

export async function findGrow(db: ReadDb, sessionId: string): Promise<Grow | undefined> {
  const row = await db
    .selectFrom('grow_record')
    .selectAll()
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return row && toGrow(row);
}

/** An empty record for a session that starts. */
export async function insertGrow(
  db: WriteDb,
  platform: Platform,
  sessionId: string,
): Promise<void> {
  const texts = Object.fromEntries(growTextColumns.map((column) => [column, ''])) as GrowTexts;
  await db
    .insertInto('grow_record')
    .values({
      ...newRecord(platform),
      id: sessionId,
      ...texts,
      goal_visibility: 'private',
      goal_due_on: null,
      reality_visibility: 'private',
      reality_scale_1_10: null,
      reality_evidence_json: '[]',
      options_visibility: 'private',
      will_visibility: 'private',
      will_first_step_due_on: null,
      will_due_on: null,
      commitment_1_10: null,
      review_on: null,
    })
    .execute();
}

export async function updateGrow(
  db: WriteDb,
  platform: Platform,
  { sessionId, fields }: { sessionId: string; fields: GrowFields },
): Promise<void> {
  await db
    .updateTable('grow_record')
    .set({
      goal_visibility: fields.goalVisibility,
      goal_due_on: fields.goalDueOn,
      reality_visibility: fields.realityVisibility,
      reality_scale_1_10: fields.realityScale,
      reality_evidence_json: JSON.stringify(fields.realityEvidence),
      options_visibility: fields.optionsVisibility,
      will_visibility: fields.willVisibility,
      will_first_step_due_on: fields.willFirstStepDueOn,
      will_due_on: fields.willDueOn,
      commitment_1_10: fields.commitment,
      review_on: fields.reviewOn,
      ...changedRecord(platform),
    })
    .where('id', '=', sessionId)
    .execute();
}

/** Fields that are not given keep what they are. */
export function mergeGrow(known: GrowFields, changes: GrowChanges): GrowFields {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...known, ...Object.fromEntries(given) };
}

function toGrowOption(row: GrowOptionRow): GrowOption {
  const { text, impact_1_5: impact, feasibility_1_5: feasibility } = row;
  return {
    id: row.id,
    text,
    proposedBy: row.proposed_by,
    pros: row.pros,
    cons: row.cons,
    impact,
    feasibility,
    rankHint: optionRankHint({ text, impact, feasibility }),
    isChosen: row.is_chosen === 1,
  };
}

export async function listOptions(db: ReadDb, sessionId: string): Promise<GrowOption[]> {
  const rows = await db
    .selectFrom('grow_option')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('deleted_at', 'is', null)
    .orderBy('sort_order')
    .orderBy('id')
    .execute();
  return rows.map(toGrowOption);
}

export async function findOptionSession(db: ReadDb, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('grow_option')
    .select('session_id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.session_id;
}

export async function insertOption(
  db: WriteDb,
  platform: Platform,
  option: { sessionId: string; proposedBy: GrowOption['proposedBy']; order: number },
): Promise<GrowOption> {
  const row: GrowOptionRow = {
    ...newRecord(platform),
    session_id: option.sessionId,
    sort_order: option.order,
    text: '',
    proposed_by: option.proposedBy,
    pros: '',
    cons: '',
    impact_1_5: null,
    feasibility_1_5: null,
    is_chosen: 0,
  };
  await db.insertInto('grow_option').values(row).execute();
  return toGrowOption(row);
}

type OptionColumns = Partial<
  Pick<GrowOptionRow, 'proposed_by' | 'impact_1_5' | 'feasibility_1_5' | 'is_chosen' | 'deleted_at'>
>;

export async function updateOption(
  db: WriteDb,
  platform: Platform,
  { id, columns }: { id: string; columns: OptionColumns },
): Promise<void> {
  await db
    .updateTable('grow_option')
    .set({ ...columns, ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}
