import { type CurrencyCode, currencyFromSign } from '#shared/domain/money/currency.ts';
import { foldForSearch } from '#shared/domain/text/search-text.ts';
import { DEAL_HEADINGS } from './deal-headings.ts';
import type { ImportEntity, ImportField } from './import-fields.ts';
import {
  ACCOUNT_HEADINGS,
  ACTIVITY_HEADINGS,
  PEOPLE_HEADINGS,
  PRODUCT_HEADINGS,
} from './record-headings.ts';

/** A heading taken apart: '商机金额（万元）*' → key 商机金额, factor 10,000, currency CNY. */
export type Heading = Readonly<{
  /** Letters and digits alone, folded. */
  key: string;
  /** The record that a prefix such as 'Deal - ' names; null without one. */
  prefix: RecordPrefix | null;
  unitFactor: number;
  currency: CurrencyCode | null;
  /** A remark in brackets that is neither unit nor currency, such as (converted). */
  hasRemark: boolean;
}>;

/** A record named before a field, and the word for it in headings of other records. */
export type RecordPrefix = Readonly<{ entity: ImportEntity | null; word: string }>;

/** A field that a heading stands for. Lower ranks are more telling. */
export type HeadingMatch = Readonly<{ field: ImportField; rank: number }>;

/** Words for the record itself, which say nothing in front of a field's name. */
const OWN_WORDS: Readonly<Record<ImportEntity, RegExp>> = {
  deals: /^(?:销售机会|商机|机会|opportunity|opp|deal)/,
  accounts: /^(?:客户|公司|企业|account|company|organization|organisation)/,
  people: /^(?:员工|销售|用户|employee|user|rep)/,
  products: /^(?:产品|商品|product)/,
  activities: /^(?:销售记录|活动|跟进|任务|activity|task|event)/,
};

const PREFIXES: Readonly<Record<string, RecordPrefix>> = {
  deal: { entity: 'deals', word: 'deal' },
  opportunity: { entity: 'deals', word: 'deal' },
  organization: { entity: 'accounts', word: 'account' },
  account: { entity: 'accounts', word: 'account' },
  company: { entity: 'accounts', word: 'account' },
  person: { entity: null, word: 'contact' },
  contact: { entity: null, word: 'contact' },
  product: { entity: 'products', word: 'product' },
  activity: { entity: 'activities', word: 'activity' },
  user: { entity: 'people', word: 'owner' },
};

const UNIT_FACTORS: Readonly<Record<string, number>> = {
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  k: 1e3,
  m: 1e6,
};

const UNIT = /^(?:单位[:：]?)?(百万|千万|千|万|亿|[km](?![a-z]))?(.*)$/;

function keyOf(text: string): string {
  return foldForSearch(text)
    .replace(/__c$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function dictionaryOf(
  fields: Readonly<Partial<Record<ImportField, string>>>,
): ReadonlyMap<string, HeadingMatch> {
  const entries = Object.entries(fields) as ReadonlyArray<[ImportField, string]>; // keys of the type above
  return new Map(
    entries.flatMap(([field, list]) =>
      list.split(', ').map((heading, rank) => [keyOf(heading), { field, rank }] as const),
    ),
  );
}

const DICTIONARY: Readonly<Record<ImportEntity, ReadonlyMap<string, HeadingMatch>>> = {
  deals: dictionaryOf(DEAL_HEADINGS),
  accounts: dictionaryOf(ACCOUNT_HEADINGS),
  people: dictionaryOf(PEOPLE_HEADINGS),
  products: dictionaryOf(PRODUCT_HEADINGS),
  activities: dictionaryOf(ACTIVITY_HEADINGS),
};

type Remark = Pick<Heading, 'unitFactor' | 'currency' | 'hasRemark'>;

/** What stands in brackets: '万元' → factor and currency, 'USD' → currency, '%' and 必填 → nothing. */
function readRemark(text: string, fallback: CurrencyCode): Remark {
  const folded = foldForSearch(text).replace(/\s/g, '');
  if (/^(?:%|必填|选填|required|optional)?$/.test(folded)) {
    return { unitFactor: 1, currency: null, hasRemark: false };
  }
  const [, unit = '', sign = ''] = UNIT.exec(folded) ?? [];
  const currency = sign === '' ? null : currencyFromSign(sign, fallback);
  const isUnit = currency !== null || (unit !== '' && sign === '');
  if (!isUnit) return { unitFactor: 1, currency: null, hasRemark: true };
  return { unitFactor: UNIT_FACTORS[unit] ?? 1, currency, hasRemark: false };
}

/** Takes a heading apart. `fallback` is the currency that a shared sign such as 元 or $ means. */
export function readHeading(text: string, fallback: CurrencyCode = 'CNY'): Heading {
  const flat = text.normalize('NFKC').replaceAll('【', '(').replaceAll('】', ')');
  const [, word = '', rest = ''] = /^\s*(\p{L}+)\s+-\s+(.+)$/u.exec(flat) ?? [];
  const known = word.toLowerCase();
  const prefix = Object.hasOwn(PREFIXES, known) ? (PREFIXES[known] ?? null) : null;
  const name = prefix ? rest : flat;
  const remark = /[([]([^()[\]]*)[)\]]\s*\*?\s*$/.exec(name);
  const bare = remark ? name.slice(0, remark.index) : name;
  return { key: keyOf(bare), prefix, ...readRemark(remark?.[1] ?? '', fallback) };
}

/** The field of an entity that a heading means exactly, or null: 'Close Date' → close_on. */
export function matchHeading({ key, prefix }: Heading, entity: ImportEntity): HeadingMatch | null {
  const dictionary = DICTIONARY[entity];
  // 'Organization - Name' in a sheet of deals is the account's name.
  if (prefix !== null && prefix.entity !== entity) return dictionary.get(prefix.word + key) ?? null;
  const own = key.replace(OWN_WORDS[entity], '');
  return dictionary.get(key) ?? (own === '' ? null : (dictionary.get(own) ?? null));
}

/** All headings known for an entity, folded, for telling what an unknown one resembles. */
export function knownHeadings(entity: ImportEntity): ReadonlyMap<string, HeadingMatch> {
  return DICTIONARY[entity];
}
