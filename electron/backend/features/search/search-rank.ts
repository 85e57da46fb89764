import { searchKind } from '#shared/contract/search.ts';
import type { FoundEntry } from './search.repository.ts';
import { searchSources } from './search-sources.ts';

export type Candidate = FoundEntry & { isTextOnly?: boolean };

/**
 * The best first: what was chosen for these words before, the very name, its beginning, its
 * initials, words in the name, words in the text; then by kind, then the newest.
 */
export function rank(
  candidates: readonly Candidate[],
  query: string,
  preferred: readonly string[],
): Candidate[] {
  const scores = new Map<number, { candidate: Candidate; score: number }>();
  for (const candidate of candidates) {
    const score = scoreOf(candidate, query, preferred);
    if (score > (scores.get(candidate.id)?.score ?? -1))
      scores.set(candidate.id, { candidate, score });
  }
  return [...scores.values()]
    .sort((a, b) => b.score - a.score || b.candidate.id - a.candidate.id)
    .map(({ candidate }) => candidate);
}

function scoreOf(candidate: Candidate, query: string, preferred: readonly string[]): number {
  const kind = searchSources[candidate.table_name]?.kind ?? 'activity';
  const place = preferred.indexOf(`${kind}:${candidate.row_id}`);
  const chosen = place < 0 ? 0 : 1000 - place;
  // Shorter names are nearer to what was typed.
  const nearness = 1 / (1 + candidate.name_key.length);
  return chosen + 10 * matchScore(candidate, query) - searchKind.options.indexOf(kind) + nearness;
}

function matchScore({ name_key, initials, isTextOnly }: Candidate, query: string): number {
  if (isTextOnly === true) return 1;
  const latin = query.replaceAll(' ', '');
  if (name_key === query) return 9;
  if (name_key.startsWith(query)) return 8;
  if (initials === latin) return 7;
  if (initials.startsWith(latin)) return 6;
  return name_key.includes(query) ? 5 : 4;
}
