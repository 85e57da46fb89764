import type { AmountUnit, DeskColumn, DeskSheet } from '#shared/contract/imports-desk.ts';
import {
  type ImportEntity,
  type ImportField,
  importKeys,
  keptFields,
} from '#shared/contract/imports-fields.ts';
import { fieldKind } from '#shared/domain/imports/import-fields.ts';
import { mapColumns } from '#shared/domain/imports/map-columns.ts';
import { guessEntity } from '#shared/domain/imports/sheet-entity.ts';
import type { ColumnFacts } from '../reading/column-facts.ts';

/** What the manager decided about one column; what is absent is up to the proposal. */
export type ColumnChoice = {
  field?: ImportField | null;
  dayOrder?: 'dmy' | 'mdy';
  decimalMark?: '.' | ',';
  unit?: AmountUnit;
};

export type SheetChoices = {
  entity?: ImportEntity | null;
  key?: ImportField;
  columns: Readonly<Record<number, ColumnChoice>>;
};

/** What a sheet seems to be about, by its headings and the name of its file or sheet. */
export function proposedEntity(columns: readonly ColumnFacts[], name: string): ImportEntity | null {
  return guessEntity(
    columns.map(({ heading }) => heading),
    name,
  ).entity;
}

export type UnderstoodSheet = Pick<DeskSheet, 'entity' | 'key' | 'keys' | 'columns'>;

/** The columns of a sheet as they will be read: the proposal, and what the manager chose. */
export function understandSheet(
  facts: readonly ColumnFacts[],
  { entity, choices }: { entity: ImportEntity | null; choices: SheetChoices },
): UnderstoodSheet {
  const columns = facts.map((column) => plainColumn(column));
  if (entity === null) return { entity, key: null, keys: [], columns };
  const mapping = mapColumns(
    facts.map(({ heading }) => heading),
    entity,
  );
  const understood = facts.map((column, at) => {
    const choice = choices.columns[column.index] ?? {};
    const proposed = keepable(entity, mapping[at]?.field ?? null);
    const field = choice.field === undefined ? free(proposed, column.index, choices) : choice.field;
    return {
      ...plainColumn(column),
      field,
      isChosen: choice.field !== undefined,
      dates: datesOf(column, { entity, field, choice }),
      amounts: amountsOf(column, {
        entity,
        field,
        choice,
        unitFactor: mapping[at]?.unitFactor ?? 1,
      }),
    };
  });
  const fields = new Set(understood.map(({ field }) => field));
  const keys = importKeys[entity].filter((key) => fields.has(key));
  const wanted = choices.key !== undefined && keys.includes(choices.key) ? choices.key : keys[0];
  return { entity, key: wanted ?? null, keys, columns: understood };
}

function plainColumn({ index, heading, filled, samples }: ColumnFacts): DeskColumn {
  return {
    index,
    heading,
    filled,
    samples,
    field: null,
    isChosen: false,
    dates: null,
    amounts: null,
  };
}

function keepable(entity: ImportEntity, field: ImportField | null): ImportField | null {
  return field !== null && keptFields[entity].includes(field) ? field : null;
}

/** A field that the manager gave to another column is no longer proposed. */
function free(
  field: ImportField | null,
  index: number,
  { columns }: SheetChoices,
): ImportField | null {
  const isTaken = Object.entries(columns).some(
    ([other, choice]) => Number(other) !== index && choice.field === field,
  );
  return isTaken ? null : field;
}

type Placed = { entity: ImportEntity; field: ImportField | null; choice: ColumnChoice };

function datesOf({ dates }: ColumnFacts, { entity, field, choice }: Placed): DeskColumn['dates'] {
  if (field === null || fieldKind(entity, field) !== 'date') return null;
  if (choice.dayOrder !== undefined) return { order: choice.dayOrder, isSure: true };
  if (dates.order === null) return null;
  return { order: dates.order, isSure: dates.status === 'certain' };
}

function amountsOf(
  { decimals, samples }: ColumnFacts,
  { entity, field, choice, unitFactor }: Placed & { unitFactor: number },
): DeskColumn['amounts'] {
  const kind = field === null ? null : fieldKind(entity, field);
  if (kind !== 'amount') return null;
  const isSure =
    choice.decimalMark !== undefined || !['ambiguous', 'mixed'].includes(decimals.status);
  return {
    mark: choice.decimalMark ?? decimals.mark,
    isSure: isSure || samples.length === 0,
    unit: choice.unit ?? toUnit(unitFactor),
  };
}

const units: readonly AmountUnit[] = [1, 1000, 10_000, 1_000_000, 10_000_000, 100_000_000];

function toUnit(factor: number): AmountUnit {
  return units.find((unit) => unit === factor) ?? 1;
}
