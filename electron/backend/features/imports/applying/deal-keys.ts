import { foldForSearch } from '#shared/domain/text/search-text.ts';
import type { ReadDb } from '../../../database/db.ts';
import type { DealRecord } from '../../deals/deal-row.ts';
import { findDealRecords } from '../../deals/deal-write.service.ts';
import type { SheetPlan } from '../rows/import-plan.ts';
import type { RowDraft } from '../rows/row-draft.ts';

/** A deal that a row is about. */
export type KnownDeal = {
  id: string;
  /** As it is; undefined when this import made it. */
  row: DealRecord | undefined;
  isDeleted: boolean;
};

type Place = { id: string; accountId: string | null };

/** Finds the deal a row is about: by its number, else by its name at its account. */
export class DealKeys {
  readonly #db: ReadDb;
  readonly #lines = new Map<string, number>();
  readonly #added = new Map<string, string>();
  #byNumber = new Map<string, KnownDeal | 'many'>();
  #byName: Map<string, Place[]> | undefined;
  #rows = new Map<string, DealRecord>();
  /** Whether a later sheet will ask for deals that this import makes. */
  readonly #keepsAdded: boolean;

  constructor(db: ReadDb, sheets: readonly SheetPlan[]) {
    this.#db = db;
    this.#keepsAdded = sheets.some(({ entity }) => entity === 'activities');
  }

  /** Reads what is known of a batch of rows. */
  async load(drafts: readonly RowDraft[]): Promise<void> {
    const [first] = drafts;
    if (first === undefined) return;
    if (first.sheet.key === 'name') await this.#loadNamed(drafts);
    else await this.loadNumbers(drafts.map((draft) => draft.text('external_id')));
  }

  async loadNumbers(numbers: readonly string[]): Promise<void> {
    const rows = await this.#find('external_id', numbers);
    this.#byNumber = new Map();
    for (const row of rows) {
      const number = row.external_id ?? '';
      const known = this.#byNumber.get(number);
      const found = { id: row.id, row, isDeleted: row.deleted_at !== null };
      if (known === undefined || (known !== 'many' && known.isDeleted))
        this.#byNumber.set(number, found);
      else if (!found.isDeleted) this.#byNumber.set(number, 'many');
    }
  }

  async #loadNamed(drafts: readonly RowDraft[]): Promise<void> {
    this.#byName ??= await this.#loadNames();
    const ids = drafts.flatMap((draft) => this.#named(draft.text('name')).map(({ id }) => id));
    const rows = await this.#find('id', ids);
    this.#rows = new Map(rows.map((row) => [row.id, row]));
  }

  async #loadNames(): Promise<Map<string, Place[]>> {
    const rows = await this.#db
      .selectFrom('deal')
      .select(['id', 'name', 'account_id'])
      .where('deleted_at', 'is', null)
      .execute();
    const byName = new Map<string, Place[]>();
    for (const { id, name, account_id } of rows) {
      const key = foldForSearch(name);
      const place = { id, accountId: account_id };
      const known = byName.get(key);
      if (known === undefined) byName.set(key, [place]);
      else known.push(place);
    }
    return byName;
  }

  #named(name: string): Place[] {
    return this.#byName?.get(foldForSearch(name)) ?? [];
  }

  async #find(column: 'id' | 'external_id', values: readonly string[]): Promise<DealRecord[]> {
    const wanted = [...new Set(values)].filter((value) => value !== '');
    if (wanted.length === 0) return [];
    return findDealRecords({ db: this.#db }, { column, values: wanted });
  }

  find(draft: RowDraft, accountId: string | null): KnownDeal | 'many' | undefined {
    if (draft.sheet.key === 'external_id') return this.#byNumber.get(draft.text('external_id'));
    const named = this.#named(draft.text('name'));
    const hasAccount = draft.text('account_name') !== '';
    const fitting = hasAccount ? named.filter((place) => place.accountId === accountId) : named;
    const [first, second] = fitting;
    if (first === undefined) return undefined;
    if (second !== undefined) return 'many';
    return { id: first.id, row: this.#rows.get(first.id), isDeleted: false };
  }

  /** The line of an earlier row with the same key; notes this one when there is none. */
  lineOf(draft: RowDraft): number | undefined {
    const { key } = draft.sheet;
    const text = draft.text(key);
    if (text === '') return undefined;
    const account = key === 'name' ? draft.text('account_name') : '';
    const place = key === 'name' ? foldForSearch(`${text}\n${account}`) : text;
    const line = this.#lines.get(place);
    if (line === undefined) this.#lines.set(place, draft.line);
    return line;
  }

  /** Remembers a deal that this import makes. */
  add(draft: RowDraft, id: string): void {
    if (!this.#keepsAdded) return;
    for (const field of ['external_id', 'name'] as const) {
      const text = draft.text(field);
      if (text !== '') this.#added.set(`${field}:${foldForSearch(text)}`, id);
    }
  }

  /** The id of a deal that another kind of row names; `many` when several have that name. */
  async idOf(field: 'external_id' | 'name', text: string): Promise<string | 'many' | undefined> {
    const added = this.#added.get(`${field}:${foldForSearch(text)}`);
    if (added !== undefined) return added;
    if (field === 'name') {
      this.#byName ??= await this.#loadNames();
      const [first, second] = this.#named(text);
      return second === undefined ? first?.id : 'many';
    }
    const found = this.#byNumber.get(text);
    return found === 'many' || found === undefined || found.isDeleted ? undefined : found.id;
  }
}
