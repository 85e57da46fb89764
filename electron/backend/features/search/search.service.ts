import type { SearchHit } from '#shared/contract/search.ts';
import { fitLength } from '#shared/domain/text/graphemes.ts';
import { foldForSearch, toMatchQuery } from '#shared/domain/text/search-text.ts';
import type { ReadDb } from '../../database/db.ts';
import type { TaskContext } from '../../rpc/context.ts';
import * as repository from './search.repository.ts';
import { takeInChanges } from './search-indexer.ts';
import { type Candidate, rank } from './search-rank.ts';
import type { ShowOptions } from './search-source.ts';
import { searchSources } from './search-sources.ts';

/** A search waits this long for changes that are not in the index yet. */
const waitMs = 250;
const keptChoices = 500;
const longestQuery = 500;
/** Longer texts are notes, not queries. */
const longestChoice = 60;

export type FindInput = { text: string; limit: number; isPresenting: boolean };

/** Finds records; see the contract. */
export async function find(context: TaskContext, input: FindInput) {
  // A file that cannot be written can still be searched.
  const isComplete = await takeInChanges(context.workspace, waitMs).catch(() => false);
  return context.read(async ({ db }) => {
    const { isPresenting } = input;
    const query = foldForSearch(fitLength(input.text, longestQuery).toWellFormed());
    const preferred = query === '' ? [] : await repository.listChoices(db, query);
    const candidates = await findCandidates(db, query, input);
    const best = rank(candidates, query, preferred).slice(0, input.limit);
    return { hits: await showHits(db, best, { preferred, isPresenting }), preferred, isComplete };
  });
}

async function findCandidates(
  db: ReadDb,
  query: string,
  { isPresenting }: FindInput,
): Promise<Candidate[]> {
  const match = toMatchQuery(query);
  if (match === null) return [];
  const latin = /^[a-z\d ]+$/.test(query) ? query.replaceAll(' ', '') : null;
  const names =
    latin === null ? `name : (${match})` : `name : (${match}) OR spelling : "${latin}"*`;
  const texts = isPresenting ? `text : (${match})` : match;
  const begin = { beginning: query, isPresenting, limit: 60 };
  return [
    ...(await repository.findByBeginning(db, 'name_key', begin)),
    ...(latin === null
      ? []
      : await repository.findByBeginning(db, 'initials', { ...begin, beginning: latin })),
    ...(await repository.findByWords(db, 'search_name', {
      match: names,
      isPresenting,
      limit: 200,
    })),
    ...(await findInTexts(db, query, { match: texts, isPresenting, limit: 50 })),
  ];
}

/** One Latin letter begins a word in every note there is. */
async function findInTexts(
  db: ReadDb,
  query: string,
  options: Parameters<typeof repository.findByWords>[2],
): Promise<Candidate[]> {
  if (/^[a-z\d]$/.test(query)) return [];
  const found = await repository.findByWords(db, 'search_text', options);
  return found.map((entry) => ({ ...entry, isTextOnly: true }));
}

async function showHits(
  db: ReadDb,
  best: readonly Candidate[],
  { preferred, ...options }: ShowOptions & { preferred: readonly string[] },
): Promise<SearchHit[]> {
  const hits = new Map<string, SearchHit>();
  for (const [table, entries] of Map.groupBy(best, (entry) => entry.table_name)) {
    const source = searchSources[table];
    if (source === undefined) continue;
    const { kind } = source;
    for (const record of await source.show(
      db,
      entries.map((entry) => entry.row_id),
      options,
    )) {
      const isPreferred = preferred.includes(`${kind}:${record.id}`);
      hits.set(`${table}:${record.id}`, { kind, ...record, isPreferred });
    }
  }
  return best.flatMap((entry) => hits.get(`${entry.table_name}:${entry.row_id}`) ?? []);
}

/** Counts a choice for these words. It is no change of the manager's data, so it is not undone. */
export async function rememberChoice(
  context: TaskContext,
  { text, target }: { text: string; target: string },
): Promise<void> {
  const query = foldForSearch(text);
  if (query === '' || query.length > longestChoice) return;
  await context.write('search.rememberChoice', async ({ db, platform }) => {
    await repository.countChoice(db, { query, target, at: platform.now().toISOString() });
    await repository.deleteOldChoices(db, keptChoices);
  });
}
