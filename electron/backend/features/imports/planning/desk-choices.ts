import type { ImportRule, StageTarget } from '#shared/contract/imports-desk.ts';
import type { NameKind } from '../applying/known-names.ts';

/** What the manager decided otherwise than proposed; everything absent follows the proposal. */
export type ImportChoices = {
  rules: Partial<Record<ImportRule, boolean>>;
  /** By the value of the pipeline column; null makes a new one. */
  pipelines: { value: string; pipelineId?: string | null; name?: string }[];
  stages: { pipelineValue: string; value: string; target: StageTarget }[];
  /** Stage values in the order of a new pipeline. */
  orders: { pipelineValue: string; values: string[] }[];
  names: { kind: NameKind; value: string; isSame: boolean }[];
  rates: { code: string; rate: string | null }[];
};

export const noChoices: ImportChoices = {
  rules: {},
  pipelines: [],
  stages: [],
  orders: [],
  names: [],
  rates: [],
};
