import type {
  Account,
  AccountFacts,
  AccountFilter,
  NewAccount,
} from '#shared/contract/accounts.ts';
import type { DealTotals } from '#shared/contract/deal-filter.ts';
import { AppError } from '../../app-error.ts';
import type { CommandContext, QueryContext } from '../../rpc/context.ts';
import { getTotals, listDeals } from '../deals/list/deal-list.service.ts';
import * as repository from './account.repository.ts';
import type { AccountRow } from './account.table.ts';
import * as lists from './account-list.repository.ts';

/** A group of companies has at most so many levels. */
const maxLevels = 5;
const shownDeals = 200;

const unknownFacts: AccountFacts = {
  name: '',
  parentId: null,
  ownerId: null,
  industry: '',
  region: '',
  level: null,
  employees: null,
  annualRevenueMinor: null,
  foundedYear: null,
  website: '',
  phone: '',
};

export async function listAccounts(
  { db }: QueryContext,
  { filter, ...window }: { filter: AccountFilter } & lists.AccountWindow,
) {
  const totals = await lists.countAccounts(db, filter);
  return { ...totals, rows: await lists.listAccounts(db, filter, window) };
}

export function findAccounts(
  { db }: QueryContext,
  query: { text: string; limit: number; ids: string[] },
) {
  return lists.findByName(db, query);
}

export async function listChoices({ db }: QueryContext) {
  return {
    industries: await lists.listValues(db, 'industry'),
    regions: await lists.listValues(db, 'region'),
  };
}

/** An account with its place in the group, its sums and its deals. @throws AppError not_found */
export async function getAccount(context: QueryContext, { id }: { id: string }): Promise<Account> {
  const { db } = context;
  const row = await find(context, id);
  const facts = repository.toFacts(row);
  const group = (await repository.listDescendants(db, id)).map((one) => one.id);
  const totals = (ids: string[], status: 'open' | 'won' | 'lost'): Promise<DealTotals> =>
    getTotals(context, { filter: { accountIds: ids, statuses: [status] } });
  const deals = (status: ('open' | 'won' | 'lost')[], descending: boolean) =>
    listDeals(context, {
      filter: { accountIds: [id], statuses: status },
      sort: { by: 'closeOn', descending },
      offset: 0,
      limit: shownDeals,
    });
  const open = await deals(['open'], false);
  const closed = await deals(['won', 'lost'], true);
  return {
    id,
    ...facts,
    note: row.note,
    owner: await ownerOf(context, facts.ownerId),
    parents: await repository.listAncestors(db, id),
    children: await lists.listChildren(db, id),
    own: {
      open: await totals([id], 'open'),
      won: await totals([id], 'won'),
      lost: await totals([id], 'lost'),
    },
    groupIds: group,
    group: { open: await totals(group, 'open'), won: await totals(group, 'won') },
    lastActivityAt: await repository.findLastActivityAt(db, id),
    deals: [...open, ...closed].slice(0, shownDeals),
  };
}

async function ownerOf({ db }: QueryContext, ownerId: string | null) {
  return ownerId === null ? null : ((await repository.findPersonLink(db, ownerId)) ?? null);
}

export async function addAccount(
  context: CommandContext,
  facts: NewAccount,
): Promise<{ id: string }> {
  const { db, platform, step } = context;
  const account = merge(unknownFacts, facts);
  if (account.parentId !== null)
    await assertFits(context, { id: null, parentId: account.parentId });
  step.describe({ name: account.name });
  const [id = ''] = await repository.insertAccounts(db, platform, [account]);
  return { id };
}

/** Many at once, without parents: imports and sample data link those afterwards. */
export function addAccounts(
  { db, platform }: Pick<CommandContext, 'db' | 'platform'>,
  drafts: readonly (NewAccount & { note?: string; externalId?: string | null })[],
): Promise<string[]> {
  return repository.insertAccounts(
    db,
    platform,
    drafts.map(({ note, externalId = null, ...facts }) => ({
      ...merge(unknownFacts, facts),
      parentId: null,
      externalId,
      ...(note === undefined ? {} : { note }),
    })),
  );
}

/** @throws AppError not_found, account_cycle, account_too_deep */
export async function changeAccount(
  context: CommandContext,
  {
    id,
    changes,
  }: { id: string; changes: { [Key in keyof AccountFacts]?: AccountFacts[Key] | undefined } },
): Promise<void> {
  const { db, platform, step } = context;
  const before = repository.toFacts(await find(context, id));
  const facts = merge(before, changes);
  if (facts.parentId !== null && facts.parentId !== before.parentId) {
    await assertFits(context, { id, parentId: facts.parentId });
  }
  step.describe({ name: facts.name });
  await repository.updateAccount(db, platform, { id, ...facts });
}

/** @throws AppError account_in_use */
export async function removeAccount(
  context: CommandContext,
  { id }: { id: string },
): Promise<void> {
  const { db, platform, step } = context;
  const { name } = await find(context, id);
  if (await repository.isInUse(db, id)) throw new AppError('account_in_use', { name });
  step.describe({ name });
  await repository.softDeleteAccount(db, platform, id);
}

/** Refuses a parent from below, and a tree of too many levels. */
async function assertFits(
  { db }: CommandContext,
  { id, parentId }: { id: string | null; parentId: string },
): Promise<void> {
  const above = [...(await repository.listAncestors(db, parentId)).map((one) => one.id), parentId];
  if (id !== null && above.includes(id)) throw new AppError('account_cycle');
  const below = id === null ? [] : await repository.listDescendants(db, id);
  const levels = above.length + 1 + Math.max(0, ...below.map(({ depth }) => depth));
  if (levels > maxLevels) throw new AppError('account_too_deep');
}

function merge(
  known: AccountFacts,
  changes: { [Key in keyof AccountFacts]?: AccountFacts[Key] | undefined },
): AccountFacts {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...known, ...Object.fromEntries(given) };
}

async function find({ db }: Pick<QueryContext, 'db'>, id: string): Promise<AccountRow> {
  const row = await repository.findAccount(db, id);
  if (row === undefined) throw new AppError('not_found');
  return row;
}
