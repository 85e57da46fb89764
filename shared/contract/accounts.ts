import { z } from 'zod';
import { dealTotals } from './deal-filter.ts';
import { dealSummary, recordLink } from './deal-records.ts';
import { amountMinor, id, instant, optionalText, shortText } from './fields.ts';
import { command, query } from './procedure.ts';

export const accountLevel = z.enum(['strategic', 'key', 'normal']);
export type AccountLevel = z.infer<typeof accountLevel>;

/** What the manager says about an account; empty text and null mean not known. */
export const accountFacts = z.object({
  name: shortText,
  parentId: id.nullable(),
  ownerId: id.nullable(),
  industry: optionalText,
  region: optionalText,
  level: accountLevel.nullable(),
  employees: z.int().min(0).max(100_000_000).nullable(),
  annualRevenueMinor: amountMinor.nullable(),
  foundedYear: z.int().min(1000).max(9999).nullable(),
  website: optionalText,
  phone: optionalText,
});
export type AccountFacts = z.infer<typeof accountFacts>;

export const newAccount = accountFacts.partial().required({ name: true });
export type NewAccount = z.infer<typeof newAccount>;

export const accountFilter = z.object({
  text: z.string().max(200).optional(),
  industries: z.array(z.string()).optional(),
  regions: z.array(z.string()).optional(),
  levels: z.array(accountLevel).optional(),
  ownerIds: z.array(z.union([z.literal('none'), id])).optional(),
});
export type AccountFilter = z.infer<typeof accountFilter>;

export const accountColumn = z.enum([
  'name',
  'industry',
  'region',
  'level',
  'owner',
  'openCount',
  'openMinor',
  'wonMinor',
  'lastActivity',
]);
export type AccountColumn = z.infer<typeof accountColumn>;

export const accountSort = z.object({ by: accountColumn, descending: z.boolean() });
export type AccountSort = z.infer<typeof accountSort>;

/** An account as the list shows it, with the sums of its own deals. */
export const accountSummary = z.object({
  id,
  name: z.string(),
  industry: z.string(),
  region: z.string(),
  level: accountLevel.nullable(),
  owner: recordLink.nullable(),
  parent: recordLink.nullable(),
  openCount: z.int(),
  openMinor: amountMinor,
  wonCount: z.int(),
  wonMinor: amountMinor,
  lastActivityAt: instant.nullable(),
});
export type AccountSummary = z.infer<typeof accountSummary>;

export const account = accountFacts.extend({
  id,
  note: z.string(),
  owner: recordLink.nullable(),
  /** From the topmost down to the direct one. */
  parents: z.array(recordLink),
  /** Direct ones. */
  children: z.array(accountSummary),
  own: z.object({ open: dealTotals, won: dealTotals, lost: dealTotals }),
  /** It and everything below it. */
  groupIds: z.array(id),
  group: z.object({ open: dealTotals, won: dealTotals }),
  lastActivityAt: instant.nullable(),
  /** Open ones by close date, then closed ones; the first 200. */
  deals: z.array(dealSummary),
});
export type Account = z.infer<typeof account>;

export const product = z.object({
  id,
  name: shortText,
  series: optionalText,
  listPriceMinor: amountMinor.min(0).nullable(),
  /** Deals that name it. */
  dealCount: z.int(),
});
export type Product = z.infer<typeof product>;

const byId = z.object({ id });
const window = z.object({
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
});

export const accounts = {
  listAccounts: query
    .input(window.extend({ filter: accountFilter, sort: accountSort }))
    .output(z.object({ count: z.int(), openMinor: z.int(), rows: z.array(accountSummary) })),
  /** For pickers: by name, the closest match first. */
  findAccounts: query
    .input(
      z.object({
        text: z.string().max(200),
        limit: z.int().min(1).max(50).default(20),
        /** Chosen already: they come first whatever the text. */
        ids: z.array(id).max(200).default([]),
      }),
    )
    .output(z.array(recordLink)),
  listChoices: query.output(
    z.object({ industries: z.array(z.string()), regions: z.array(z.string()) }),
  ),
  getAccount: query.input(byId).output(account),
  addAccount: command.input(newAccount).output(byId),
  /** @throws account_cycle, account_too_deep */
  changeAccount: command.input(byId.extend({ changes: accountFacts.partial() })),
  /** @throws account_in_use */
  removeAccount: command.input(byId),

  listProducts: query.output(z.array(product)),
  saveProduct: command
    .input(
      product.omit({ dealCount: true }).partial({ id: true, series: true, listPriceMinor: true }),
    )
    .output(byId),
  /** @throws product_in_use */
  removeProduct: command.input(byId),
};
