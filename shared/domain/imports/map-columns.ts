import type { CurrencyCode } from '#shared/domain/money/currency.ts';
import {
  type Heading,
  type HeadingMatch,
  knownHeadings,
  matchHeading,
  readHeading,
} from './headings.ts';
import type { ImportEntity, ImportField } from './import-fields.ts';
import { similarity } from './similarity.ts';

/** A column of a sheet and the field it is proposed for. */
export type ColumnMapping = Readonly<{
  columnIndex: number;
  heading: string;
  /** Null where no field fits, or a better column has it already. */
  field: ImportField | null;
  /** `exact`: the heading is known. `likely`: known but for a remark. `guess`: it only resembles one. */
  confidence: 'exact' | 'likely' | 'guess' | null;
  /** The unit that the heading gives for amounts: 10,000 for 万元. */
  unitFactor: number;
  currency: CurrencyCode | null;
}>;

type Candidate = Readonly<{
  columnIndex: number;
  field: ImportField;
  confidence: 'exact' | 'likely' | 'guess';
  rank: number;
}>;

const GUESS_FROM = 0.8;
const GUESS_LENGTH = 4;
const CONFIDENCE_ORDER = { exact: 0, likely: 1, guess: 2 } as const;

function resembling({ key }: Heading, entity: ImportEntity): HeadingMatch | null {
  if (key.length < GUESS_LENGTH) return null;
  let [best, bestScore]: [HeadingMatch | null, number] = [null, GUESS_FROM];
  for (const [known, match] of knownHeadings(entity)) {
    if (known.length < GUESS_LENGTH) continue;
    const score = similarity(key, known);
    if (score > bestScore) [best, bestScore] = [match, score];
  }
  return best;
}

function candidate(heading: Heading, columnIndex: number, entity: ImportEntity): Candidate | null {
  const known = matchHeading(heading, entity);
  const match = known ?? (heading.prefix === null ? resembling(heading, entity) : null);
  if (!match) return null;
  const confidence = known ? (heading.hasRemark ? 'likely' : 'exact') : 'guess';
  return { columnIndex, ...match, confidence };
}

function byFit(a: Candidate, b: Candidate): number {
  const byConfidence = CONFIDENCE_ORDER[a.confidence] - CONFIDENCE_ORDER[b.confidence];
  return byConfidence || a.rank - b.rank || a.columnIndex - b.columnIndex;
}

/**
 * Proposes a field for each column of a sheet. Each field is given once, to the column whose heading
 * says it best: of 'Amount' and 'Amount (converted)' the first.
 */
export function mapColumns(
  headings: readonly string[],
  entity: ImportEntity,
  fallback: CurrencyCode = 'CNY',
): ColumnMapping[] {
  const parts = headings.map((heading) => readHeading(heading, fallback));
  const candidates = parts.flatMap((heading, index) => candidate(heading, index, entity) ?? []);
  const taken = new Map<ImportField, Candidate>();
  for (const found of candidates.toSorted(byFit)) {
    if (!taken.has(found.field)) taken.set(found.field, found);
  }
  const byColumn = new Map([...taken.values()].map((found) => [found.columnIndex, found]));
  return parts.map(({ unitFactor, currency }, columnIndex) => ({
    columnIndex,
    heading: headings[columnIndex] ?? '',
    field: byColumn.get(columnIndex)?.field ?? null,
    confidence: byColumn.get(columnIndex)?.confidence ?? null,
    unitFactor,
    currency,
  }));
}
