import { isSameName, type NameKey, type NameKind, nameKey } from './name-key.ts';
import { bigrams, similarity } from './similarity.ts';

/** A known record by name. */
export type NamedRecord = Readonly<{ id: string; name: string }>;

export type NameSuggestion = Readonly<{
  id: string;
  name: string;
  /** 0 to 1. */
  score: number;
}>;

/**
 * What a written name is: one record to the letter (`exact`) or but for spelling (`same`), several
 * (`ambiguous`), or none, perhaps with records it resembles. Only the first two may be taken unasked.
 */
export type NameMatch =
  | Readonly<{ kind: 'exact' | 'same'; id: string }>
  | Readonly<{ kind: 'ambiguous'; ids: readonly string[] }>
  | Readonly<{ kind: 'similar'; suggestions: readonly NameSuggestion[] }>
  | Readonly<{ kind: 'none' }>;

type Entry = NamedRecord & Readonly<{ key: NameKey }>;

export type NameIndex = Readonly<{
  kind: NameKind;
  byName: ReadonlyMap<string, readonly Entry[]>;
  byCore: ReadonlyMap<string, readonly Entry[]>;
  byBigram: ReadonlyMap<string, readonly Entry[]>;
}>;

const SUGGEST_FROM = 0.8;
const OTHER_FORM_SCORE = 0.97;
const MAX_SUGGESTIONS = 5;
const MAX_COMPARED = 50;
const MAX_LOOKED_UP = 2_000;

function push(groups: Map<string, Entry[]>, key: string, entry: Entry): void {
  const group = groups.get(key);
  if (group) group.push(entry);
  else groups.set(key, [entry]);
}

/** Prepares known names for matching. */
export function buildNameIndex(records: readonly NamedRecord[], kind: NameKind): NameIndex {
  const byName = new Map<string, Entry[]>();
  const byCore = new Map<string, Entry[]>();
  const byBigram = new Map<string, Entry[]>();
  for (const { id, name } of records) {
    const entry = { id, name, key: nameKey(name, kind) };
    if (entry.key.full === '') continue;
    push(byName, name.trim(), entry);
    push(byCore, entry.key.core, entry);
    for (const pair of new Set(bigrams(entry.key.core))) push(byBigram, pair, entry);
  }
  return { kind, byName, byCore, byBigram };
}

/** Two names whose figures differ are two things: 'GTX 2000' is not 'GTX 3000'. */
function haveSameFigures(a: string, b: string): boolean {
  const figures = (text: string) => (text.match(/\d+/g) ?? []).join(' ');
  return figures(a) === figures(b);
}

function scoreOf(key: NameKey, entry: Entry): number {
  if (entry.key.core === key.core) return OTHER_FORM_SCORE;
  return haveSameFigures(entry.key.core, key.core) ? similarity(entry.key.core, key.core) : 0;
}

/**
 * Entries that share character pairs with a name, rarest pairs first. Pairs that very many names have,
 * such as 科技, are left out: an alike name shares most pairs, and so a rarer one too.
 */
function sharingPairs({ byBigram }: NameIndex, core: string): Map<Entry, number> {
  const groups = [...new Set(bigrams(core))]
    .map((pair) => byBigram.get(pair) ?? [])
    .sort((a, b) => a.length - b.length);
  const shared = new Map<Entry, number>();
  let looked = 0;
  for (const group of groups) {
    looked += group.length;
    if (looked > MAX_LOOKED_UP) break;
    for (const entry of group) shared.set(entry, (shared.get(entry) ?? 0) + 1);
  }
  return shared;
}

function suggestions(index: NameIndex, key: NameKey): NameSuggestion[] {
  return [...sharingPairs(index, key.core)]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_COMPARED)
    .map(([entry]) => ({ id: entry.id, name: entry.name, score: scoreOf(key, entry) }))
    .filter(({ score }) => score >= SUGGEST_FROM)
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
    .slice(0, MAX_SUGGESTIONS);
}

function oneOrMore(entries: readonly Entry[], kind: 'exact' | 'same'): NameMatch | null {
  const ids = [...new Set(entries.map(({ id }) => id))];
  const [first] = ids;
  if (first === undefined) return null;
  return ids.length === 1 ? { kind, id: first } : { kind: 'ambiguous', ids };
}

/** Finds what a written name means: 'GTXPro' → same as 'GTX Pro'; 'GTX Prp' → similar to it. */
export function matchName(index: NameIndex, name: string): NameMatch {
  const key = nameKey(name, index.kind);
  if (key.full === '') return { kind: 'none' };
  const exact = oneOrMore(index.byName.get(name.trim()) ?? [], 'exact');
  if (exact) return exact;
  const alike = (index.byCore.get(key.core) ?? []).filter((entry) => isSameName(entry.key, key));
  const same = oneOrMore(alike, 'same');
  if (same) return same;
  const found = suggestions(index, key);
  return found.length === 0 ? { kind: 'none' } : { kind: 'similar', suggestions: found };
}
