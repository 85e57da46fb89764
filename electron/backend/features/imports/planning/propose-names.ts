import type { DeskName } from '#shared/contract/imports-desk.ts';
import { buildNameIndex, matchName, type NameIndex } from '#shared/domain/imports/name-index.ts';
import { nameKey } from '#shared/domain/imports/name-key.ts';
import { foldForSearch } from '#shared/domain/text/search-text.ts';
import type { NameKind } from '../applying/known-names.ts';
import type { ImportChoices } from './desk-choices.ts';
import type { NameCount, Survey } from './survey.ts';

const keyKinds = { person: 'person', account: 'company', product: 'product' } as const;
/** Looking for what a name resembles takes time; with more unknown names than this it is left out. */
const resembleLimit = 2000;

/**
 * Names in the file that are a known name but for spelling ("same", taken unless the manager says
 * otherwise), or resemble one (another name, unless the manager says otherwise).
 */
export function proposeNames(
  survey: Survey,
  { known, choices }: { known: Record<NameKind, readonly string[]>; choices: ImportChoices },
): DeskName[] {
  const kinds = ['product', 'account', 'person'] as const;
  return kinds.flatMap((kind) => {
    const settled = [...known[kind], ...survey.own[kind]];
    const isSettled = new Set(settled.map(foldForSearch));
    const open = survey.names[kind].filter(({ value }) => !isSettled.has(foldForSearch(value)));
    return [...amongKnown(open, settled, kind), ...amongThemselves(open, settled, kind)].map(
      (found) => decided({ kind, ...found }, choices),
    );
  });
}

type Found = Omit<DeskName, 'kind' | 'isDecided'>;

function decided(found: Found & { kind: NameKind }, { names }: ImportChoices): DeskName {
  const choice = names.find(({ kind, value }) => kind === found.kind && value === found.value);
  return { ...found, isSame: choice?.isSame ?? found.isSame, isDecided: choice !== undefined };
}

function indexOf(names: readonly string[], kind: NameKind): NameIndex {
  return buildNameIndex(
    names.map((name) => ({ id: foldForSearch(name), name })),
    keyKinds[kind],
  );
}

/** Names that nobody knows, against those that somebody does. */
function amongKnown(
  open: readonly NameCount[],
  settled: readonly string[],
  kind: NameKind,
): Found[] {
  if (settled.length === 0 || open.length === 0) return [];
  const index = indexOf(settled, kind);
  const nameOf = new Map(settled.map((name) => [foldForSearch(name), name]));
  const isFew = open.length <= resembleLimit;
  return open.flatMap(({ value, count }): Found[] => {
    const match = isFew ? matchName(index, value) : sameOnly(index, value);
    if (match.kind === 'exact' || match.kind === 'same') {
      return [{ value, count, candidate: nameOf.get(match.id) ?? '', isSame: true }];
    }
    const [first] = match.kind === 'similar' ? match.suggestions : [];
    return first === undefined ? [] : [{ value, count, candidate: first.name, isSame: false }];
  });
}

function sameOnly(index: NameIndex, value: string) {
  const { core } = nameKey(value, index.kind);
  return index.byCore.has(core) ? matchName(index, value) : { kind: 'none' as const };
}

/** Spellings of one unknown name: the one used most stands for the others. */
function amongThemselves(
  open: readonly NameCount[],
  settled: readonly string[],
  kind: NameKind,
): Found[] {
  const known = new Set(settled.map((name) => nameKey(name, keyKinds[kind]).core));
  const groups = Map.groupBy(open, ({ value }) => nameKey(value, keyKinds[kind]).core);
  return [...groups].flatMap(([core, names]) => {
    const different = new Set(names.map(({ value }) => foldForSearch(value)));
    if (core === '' || known.has(core) || different.size < 2) return [];
    const [main, ...others] = names.toSorted((a, b) => b.count - a.count);
    if (main === undefined) return [];
    const index = indexOf([main.value], kind);
    return others
      .filter(({ value }) => foldForSearch(value) !== foldForSearch(main.value))
      .filter(({ value }) => matchName(index, value).kind === 'same')
      .map(({ value, count }) => ({ value, count, candidate: main.value, isSame: true }));
  });
}
