import type { AmountUnit, DeskPipeline, ImportRule } from '#shared/contract/imports-desk.ts';
import type { ImportEntity, ImportField } from '#shared/contract/imports-fields.ts';
import type { DayOrder } from '#shared/domain/dates/parse-date.ts';
import type { CurrencyCode } from '#shared/domain/money/currency.ts';
import type { DecimalMark } from '#shared/domain/money/number-format.ts';
import type { StagedSheet } from '../reading/staged-sheet.ts';

/** A column that is imported, and how its cells are written. */
export type ColumnPlan = {
  index: number;
  heading: string;
  field: ImportField;
  dayOrder: DayOrder | null;
  decimalMark: DecimalMark;
  unit: AmountUnit;
  /** Shares are written as 0.5, not as 50. */
  isFraction: boolean;
};

export type SheetPlan = {
  id: string;
  name: string;
  staged: StagedSheet;
  entity: ImportEntity;
  headerLine: number;
  /** Of all columns; cells past the last one are not expected. */
  headings: readonly string[];
  columns: readonly ColumnPlan[];
  key: ImportField;
  /** Cells corrected by the manager: line → column → text. */
  fixes: Readonly<Record<number, Readonly<Record<number, string>>>>;
};

export type NameDecision = {
  kind: 'person' | 'account' | 'product';
  value: string;
  candidate: string;
  isSame: boolean;
};

/** Everything decided about an import; plain data, so that another thread can carry it out. */
export type ImportPlan = {
  sheets: readonly SheetPlan[];
  mode: 'both' | 'create' | 'update';
  clearsEmpty: boolean;
  createsMissing: boolean;
  rules: readonly ImportRule[];
  pipelines: readonly DeskPipeline[];
  names: readonly NameDecision[];
  currency: CurrencyCode;
  /** Units of the workspace currency for one of another; a currency that is missing is returned. */
  rates: Readonly<Record<CurrencyCode, string>>;
  /** UTC ISO: when the data was true. */
  dataAsOf: string;
  /** UTC ISO. */
  now: string;
  /** IANA zone in which instants become days. */
  timeZone: string;
};
