import type { ImportField } from '#shared/contract/imports-fields.ts';
import type { RowDraft } from '../rows/row-draft.ts';
import type { ImportContext } from './import-context.ts';
import { makeNamed, type NameKind } from './known-names.ts';
import type { Named } from './name-index.ts';

/**
 * What a row names: a record, one that has to be made, nothing (null clears), or no word about it
 * (undefined).
 */
export type NameLookup = Named | { kind: NameKind; missing: string } | null | undefined;

type Place = [kind: NameKind, field: ImportField, keyField?: ImportField];

/** Finds what a row names, by number or address if the row has one, else by name. Makes nothing. */
export function lookUpName(
  { names, plan }: ImportContext,
  draft: RowDraft,
  [kind, field, keyField]: Place,
): NameLookup {
  const key = keyField === undefined ? '' : draft.text(keyField);
  if (key !== '') {
    const found = names[kind].find(keyField === 'owner_email' ? 'email' : 'external_id', key);
    if (found !== undefined && found !== 'many') return found;
  }
  const name = draft.given(field);
  if (name === null || name === undefined) return name;
  const found = names[kind].find('name', name);
  if (found !== undefined && found !== 'many') return found;
  if (found === undefined && plan.createsMissing) return { kind, missing: name };
  draft.note(found === 'many' ? 'ambiguous_name' : 'not_known', field);
  return undefined;
}

/** The record of a lookup, made if nobody knew it. Called once the row is sure to go in. */
export function settleName(context: ImportContext, lookup: NameLookup): Named | null | undefined {
  if (lookup === null || lookup === undefined || !('missing' in lookup)) return lookup;
  const { kind, missing } = lookup;
  const made = context.names[kind].find('name', missing);
  return made !== undefined && made !== 'many' ? made : makeNamed(context, kind, missing);
}

export function lookupId(lookup: NameLookup): string | null {
  return lookup && 'id' in lookup ? lookup.id : null;
}

/** Whom and what a deal belongs to; undefined where the row says nothing, null where it clears. */
export type DealNames = {
  accountId: string | null | undefined;
  accountName: string;
  ownerId: string | null | undefined;
  productId: string | null | undefined;
  productName: string;
};

export type DealLookups = { account: NameLookup; owner: NameLookup; product: NameLookup };

export function lookUpDealNames(context: ImportContext, draft: RowDraft): DealLookups {
  return {
    account: lookUpName(context, draft, ['account', 'account_name', 'account_external_id']),
    owner: lookUpName(context, draft, ['person', 'owner_name', 'owner_email']),
    product: lookUpName(context, draft, ['product', 'product_name']),
  };
}

export function settleDealNames(context: ImportContext, lookups: DealLookups): DealNames {
  const account = settleName(context, lookups.account);
  const owner = settleName(context, lookups.owner);
  const product = settleName(context, lookups.product);
  return {
    accountId: idOf(account),
    accountName: account?.name ?? '',
    ownerId: idOf(owner),
    productId: idOf(product),
    productName: product?.name ?? '',
  };
}

/** Null stays null: it clears. */
function idOf(named: Named | null | undefined): string | null | undefined {
  return named === null ? null : named?.id;
}

export function nameOf(lookup: NameLookup): string {
  if (lookup === null || lookup === undefined) return '';
  return 'missing' in lookup ? lookup.missing : lookup.name;
}
