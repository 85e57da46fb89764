import { z } from 'zod';
import {
  IMPORT_ENTITIES,
  IMPORT_FIELDS,
  type ImportEntity,
  type ImportField,
} from '#shared/domain/imports/import-fields.ts';

export type { ImportEntity, ImportField };

export const importEntity = z.enum(IMPORT_ENTITIES);

export const importField = z.enum(
  Object.values(IMPORT_FIELDS).flatMap((fields) => Object.keys(fields) as ImportField[]),
);

/** What can be kept of each kind of record, in the order in which a choice lists it. */
export const keptFields: Readonly<Record<ImportEntity, readonly ImportField[]>> = {
  deals: [
    'name',
    'external_id',
    'account_name',
    'account_external_id',
    'owner_name',
    'owner_email',
    'product_name',
    'pipeline',
    'stage',
    'status',
    'amount',
    'closed_amount',
    'currency',
    'probability',
    'forecast_category',
    'created_on',
    'opened_on',
    'stage_entered_on',
    'close_on',
    'expected_close_on',
    'closed_on',
    'won_on',
    'lost_on',
    'next_step',
    'next_step_on',
    'source',
    'loss_reason',
    'competitor',
    'loss_note',
    'description',
  ],
  accounts: [
    'name',
    'external_id',
    'parent_name',
    'owner_name',
    'industry',
    'level',
    'region',
    'country',
    'city',
    'employees',
    'annual_revenue',
    'founded_year',
    'website',
    'phone',
    'description',
  ],
  people: [
    'name',
    'external_id',
    'email',
    'phone',
    'title',
    'role_level',
    'team',
    'manager_name',
    'region',
    'joined_on',
    'left_on',
    'is_active',
  ],
  products: ['name', 'external_id', 'family', 'list_price', 'currency'],
  activities: [
    'happened_at',
    'kind',
    'subject',
    'content',
    'owner_name',
    'deal_name',
    'deal_external_id',
    'account_name',
    'status',
    'outcome',
    'duration_minutes',
    'external_id',
  ],
};

/** Fields by which a row can find its record, the best first. */
export const importKeys: Readonly<Record<ImportEntity, readonly ImportField[]>> = {
  people: ['external_id', 'email', 'name'],
  products: ['external_id', 'name'],
  accounts: ['external_id', 'name'],
  deals: ['external_id', 'name'],
  activities: ['external_id'],
};
