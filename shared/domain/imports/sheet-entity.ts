import { foldForSearch } from '#shared/domain/text/search-text.ts';
import { IMPORT_ENTITIES, type ImportEntity, type ImportField } from './import-fields.ts';
import { mapColumns } from './map-columns.ts';

/** How well a sheet fits a kind of record. */
export type EntityFit = Readonly<{
  entity: ImportEntity;
  /** Higher is better; 0 where the headings cannot be this kind. */
  score: number;
  matchedColumns: number;
}>;

export type SheetGuess = Readonly<{
  /** Null where the sheet is about none of them. */
  entity: ImportEntity | null;
  /** False where a second kind fits almost as well, so that the person should be asked. */
  isCertain: boolean;
  fits: readonly EntityFit[];
}>;

/** Fields that only one kind of record has, and without one of which a sheet cannot be about it. */
const TELLING: Readonly<Record<ImportEntity, readonly ImportField[]>> = {
  deals: [
    'stage',
    'amount',
    'closed_amount',
    'probability',
    'expected_close_on',
    'close_on',
    'forecast_category',
    'loss_reason',
  ],
  accounts: [
    'industry',
    'parent_name',
    'employees',
    'annual_revenue',
    'website',
    'tax_no',
    'level',
    'address',
  ],
  people: ['manager_name', 'team', 'title', 'role_level', 'joined_on'],
  products: ['list_price', 'family', 'unit'],
  activities: ['kind', 'content', 'happened_at', 'outcome', 'duration_minutes'],
};

/** Any one of these names the record. */
const NAMING: Readonly<Record<ImportEntity, readonly ImportField[]>> = {
  deals: ['name', 'external_id', 'account_name'],
  accounts: ['name'],
  people: ['name'],
  products: ['name'],
  activities: ['happened_at'],
};

const FILE_WORDS: Readonly<Record<ImportEntity, RegExp>> = {
  deals: /商机|机会|pipeline|deal|opportunit/,
  accounts: /客户|公司|account|compan|organi[sz]ation|customer/,
  people: /人员|员工|团队|通讯录|team|people|user|employee|staff|agent/,
  products: /产品|商品|价格|product|price/,
  activities: /活动|跟进|拜访|记录|activit|task|visit|event|call/,
};

const TELLING_WEIGHT = 2;
const FILE_WEIGHT = 2;
const CERTAIN_MARGIN = 1.25;

function fitOf(headings: readonly string[], fileName: string, entity: ImportEntity): EntityFit {
  const mapped = mapColumns(headings, entity).filter(({ confidence }) => confidence !== 'guess');
  const fields = new Set(mapped.flatMap(({ field }) => field ?? []));
  const telling = TELLING[entity].filter((field) => fields.has(field)).length;
  const isNamed = NAMING[entity].some((field) => fields.has(field));
  const hint = FILE_WORDS[entity].test(foldForSearch(fileName)) ? FILE_WEIGHT : 0;
  const score = telling > 0 && isNamed ? fields.size + telling * TELLING_WEIGHT + hint : 0;
  return { entity, score, matchedColumns: fields.size };
}

/** What a sheet is about, told from its headings and, between close ones, from its file or sheet name. */
export function guessEntity(headings: readonly string[], fileName = ''): SheetGuess {
  const fits = IMPORT_ENTITIES.map((entity) => fitOf(headings, fileName, entity)).sort(
    (a, b) => b.score - a.score,
  );
  const [first, second] = fits;
  const isFound = first !== undefined && first.score > 0;
  return {
    entity: isFound ? first.entity : null,
    isCertain: isFound && first.score >= (second?.score ?? 0) * CERTAIN_MARGIN,
    fits,
  };
}
