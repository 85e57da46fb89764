import type { ImportField } from '#shared/contract/imports-fields.ts';
import { foldForSearch } from '#shared/domain/text/search-text.ts';
import type { NameKind } from '../applying/known-names.ts';
import type { ImportPlan, SheetPlan } from '../rows/import-plan.ts';
import { type RowDraft, readDrafts } from '../rows/row-draft.ts';

/** Deals with one value of the stage column and one outcome. */
export type StageCount = {
  pipeline: string;
  stage: string;
  status: string;
  count: number;
  /** Neither an amount hoped for nor one sold for. */
  withoutAmount: number;
  /** Of these, how many name a product. */
  withProduct: number;
  /** A sold amount that is 0 or missing. */
  withoutSale: number;
  /** Sum and number of the probabilities beside this value, basis points. */
  probabilityBp: number;
  probabilities: number;
  /** The least and the greatest of them; 0 where there are none. */
  lowestBp: number;
  highestBp: number;
  /** Rows that say when selling began. */
  started: number;
};

export type NameCount = { value: string; count: number };

/** What the rows hold as a whole; plain data. */
export type Survey = {
  stages: StageCount[];
  /** Names that rows refer to. */
  names: Record<NameKind, NameCount[]>;
  /** Names that the sheets of the import are about. */
  own: Record<NameKind, string[]>;
  currencies: { code: string; count: number }[];
  dealsWithoutName: number;
  peopleWithManager: number;
  hasPrices: boolean;
};

/** Different names looked at; past them every name is taken as it is. */
const nameLimit = 200_000;

const references: readonly (readonly [ImportField, NameKind])[] = [
  ['account_name', 'account'],
  ['parent_name', 'account'],
  ['owner_name', 'person'],
  ['product_name', 'product'],
];

const ownKinds: Partial<Record<SheetPlan['entity'], NameKind>> = {
  people: 'person',
  accounts: 'account',
  products: 'product',
};

/** Reads every row once to find out what has to be decided. */
export async function survey(
  plan: ImportPlan,
  advance: (rows: number) => Promise<void>,
): Promise<Survey> {
  const surveyor = new Surveyor();
  for (const sheet of plan.sheets) {
    for await (const drafts of readDrafts(sheet, plan)) {
      for (const draft of drafts) surveyor.look(draft);
      await advance(drafts.length);
    }
  }
  return surveyor.found();
}

class Surveyor {
  readonly #stages = new Map<string, StageCount>();
  readonly #names = { person: new Map(), account: new Map(), product: new Map() } as Record<
    NameKind,
    Map<string, NameCount>
  >;
  readonly #own: Record<NameKind, Set<string>> = {
    person: new Set(),
    account: new Set(),
    product: new Set(),
  };
  readonly #currencies = new Map<string, number>();
  #dealsWithoutName = 0;
  #peopleWithManager = 0;
  #hasPrices = false;

  look(draft: RowDraft): void {
    const { entity } = draft.sheet;
    for (const note of draft.notes) {
      if (note.code === 'other_currency') add(this.#currencies, note.detail);
    }
    const own = ownKinds[entity];
    if (own !== undefined && draft.text('name') !== '') this.#own[own].add(draft.text('name'));
    for (const [field, kind] of references) this.#countName(kind, draft.text(field));
    if (entity === 'deals') this.#countDeal(draft);
    if (entity === 'people' && draft.text('team') === '' && draft.text('manager_name') !== '') {
      this.#peopleWithManager += 1;
    }
    if (draft.number('list_price') !== null) this.#hasPrices = true;
  }

  found(): Survey {
    const listed = (kind: NameKind) => [...this.#names[kind].values()];
    return {
      stages: [...this.#stages.values()],
      names: { person: listed('person'), account: listed('account'), product: listed('product') },
      own: {
        person: [...this.#own.person],
        account: [...this.#own.account],
        product: [...this.#own.product],
      },
      currencies: [...this.#currencies].map(([code, count]) => ({ code, count })),
      dealsWithoutName: this.#dealsWithoutName,
      peopleWithManager: this.#peopleWithManager,
      hasPrices: this.#hasPrices,
    };
  }

  #countName(kind: NameKind, value: string): void {
    if (value === '') return;
    const names = this.#names[kind];
    const known = names.get(value);
    if (known !== undefined) known.count += 1;
    else if (names.size < nameLimit) names.set(value, { value, count: 1 });
  }

  #countDeal(draft: RowDraft): void {
    if (draft.text('name') === '') this.#dealsWithoutName += 1;
    const [pipeline, stage, status] = [
      draft.text('pipeline'),
      draft.text('stage'),
      draft.text('status'),
    ];
    const key = [pipeline, stage, status].map(foldForSearch).join('\n');
    const found = this.#stages.get(key) ?? emptyCount({ pipeline, stage, status });
    this.#stages.set(key, found);
    const [hoped, sold] = [draft.number('amount'), draft.number('closed_amount')];
    const hasNone = hoped === null && sold === null;
    found.count += 1;
    found.withoutAmount += hasNone ? 1 : 0;
    found.withProduct += hasNone && draft.text('product_name') !== '' ? 1 : 0;
    found.withoutSale += (sold ?? hoped ?? 0) === 0 ? 1 : 0;
    found.started += draft.text('opened_on') !== '' ? 1 : 0;
    const probability = draft.number('probability');
    if (probability === null) return;
    const isFirst = found.probabilities === 0;
    found.lowestBp = isFirst ? probability : Math.min(found.lowestBp, probability);
    found.highestBp = Math.max(found.highestBp, probability);
    found.probabilityBp += probability;
    found.probabilities += 1;
  }
}

function emptyCount(of: Pick<StageCount, 'pipeline' | 'stage' | 'status'>): StageCount {
  const none = { count: 0, withoutAmount: 0, withProduct: 0, withoutSale: 0 };
  const chances = { probabilityBp: 0, probabilities: 0, lowestBp: 0, highestBp: 0 };
  return { ...of, ...none, ...chances, started: 0 };
}

function add(counts: Map<string, number>, key: string): void {
  if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
}
