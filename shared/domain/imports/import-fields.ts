/** What a sheet is about. */
export type ImportEntity = 'deals' | 'accounts' | 'people' | 'products' | 'activities';

/** How the cells of a field are read. `probability` takes shares and percentages. */
export type FieldKind = 'text' | 'date' | 'amount' | 'probability' | 'number' | 'currency' | 'flag';

const DEAL_FIELDS = {
  external_id: 'text',
  name: 'text',
  account_name: 'text',
  account_external_id: 'text',
  contact_name: 'text',
  owner_name: 'text',
  owner_email: 'text',
  pipeline: 'text',
  stage: 'text',
  /** Open, won or lost, where an export keeps it apart from the stage. */
  status: 'text',
  /** The amount hoped for. */
  amount: 'amount',
  /** The amount sold for. */
  closed_amount: 'amount',
  currency: 'currency',
  probability: 'probability',
  forecast_category: 'text',
  expected_close_on: 'date',
  /** Expected while open, actual once closed: the one "Close Date" of many systems. */
  close_on: 'date',
  closed_on: 'date',
  won_on: 'date',
  lost_on: 'date',
  created_on: 'date',
  /** When active selling began, after the first stage. */
  opened_on: 'date',
  /** When the present stage was entered. */
  stage_entered_on: 'date',
  last_activity_on: 'date',
  next_step: 'text',
  next_step_on: 'date',
  source: 'text',
  type: 'text',
  loss_reason: 'text',
  loss_note: 'text',
  competitor: 'text',
  product_name: 'text',
  description: 'text',
} as const satisfies Record<string, FieldKind>;

const ACCOUNT_FIELDS = {
  external_id: 'text',
  name: 'text',
  short_name: 'text',
  parent_name: 'text',
  industry: 'text',
  type: 'text',
  level: 'text',
  source: 'text',
  owner_name: 'text',
  region: 'text',
  country: 'text',
  city: 'text',
  address: 'text',
  website: 'text',
  phone: 'text',
  email: 'text',
  employees: 'number',
  annual_revenue: 'amount',
  tax_no: 'text',
  founded_year: 'number',
  created_on: 'date',
  last_activity_on: 'date',
  description: 'text',
} as const satisfies Record<string, FieldKind>;

const PEOPLE_FIELDS = {
  external_id: 'text',
  name: 'text',
  email: 'text',
  phone: 'text',
  title: 'text',
  role_level: 'text',
  team: 'text',
  manager_name: 'text',
  region: 'text',
  joined_on: 'date',
  left_on: 'date',
  is_active: 'flag',
} as const satisfies Record<string, FieldKind>;

const PRODUCT_FIELDS = {
  external_id: 'text',
  name: 'text',
  family: 'text',
  list_price: 'amount',
  currency: 'currency',
  unit: 'text',
  is_active: 'flag',
  description: 'text',
} as const satisfies Record<string, FieldKind>;

const ACTIVITY_FIELDS = {
  external_id: 'text',
  kind: 'text',
  subject: 'text',
  content: 'text',
  happened_at: 'date',
  ended_at: 'date',
  owner_name: 'text',
  deal_name: 'text',
  deal_external_id: 'text',
  account_name: 'text',
  contact_name: 'text',
  status: 'text',
  outcome: 'text',
  duration_minutes: 'number',
  direction: 'text',
  location: 'text',
} as const satisfies Record<string, FieldKind>;

/** The fields each kind of record can be given by an import, and how their cells are read. */
export const IMPORT_FIELDS = {
  deals: DEAL_FIELDS,
  accounts: ACCOUNT_FIELDS,
  people: PEOPLE_FIELDS,
  products: PRODUCT_FIELDS,
  activities: ACTIVITY_FIELDS,
} as const;

export type DealField = keyof typeof DEAL_FIELDS;
export type AccountField = keyof typeof ACCOUNT_FIELDS;
export type PersonField = keyof typeof PEOPLE_FIELDS;
export type ProductField = keyof typeof PRODUCT_FIELDS;
export type ActivityField = keyof typeof ACTIVITY_FIELDS;

export type ImportField = DealField | AccountField | PersonField | ProductField | ActivityField;

export const IMPORT_ENTITIES = Object.keys(IMPORT_FIELDS) as readonly ImportEntity[];

/** How the cells of a field are read, or null where the entity has no such field. */
export function fieldKind(entity: ImportEntity, field: string): FieldKind | null {
  const fields: Readonly<Record<string, FieldKind>> = IMPORT_FIELDS[entity];
  return Object.hasOwn(fields, field) ? (fields[field] ?? null) : null;
}
