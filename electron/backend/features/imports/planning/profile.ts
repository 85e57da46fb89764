import { z } from 'zod';
import {
  amountUnit,
  dayOrder,
  decimalMark,
  deskName,
  importMode,
  importRule,
  stageTarget,
} from '#shared/contract/imports-desk.ts';
import { importEntity, importField } from '#shared/contract/imports-fields.ts';
import { foldForSearch } from '#shared/domain/text/search-text.ts';
import { storedJson } from '../../../database/stored-json.ts';
import { isReturnHeading } from '../rows/return-headings.ts';

/** All that was decided about sheets with the same headings. */
const profileChoices = z.object({
  entity: importEntity,
  key: importField.nullable(),
  columns: z.array(
    z.object({
      heading: z.string(),
      field: importField.nullable(),
      dayOrder: dayOrder.optional(),
      decimalMark: decimalMark.optional(),
      unit: amountUnit.optional(),
    }),
  ),
  mode: importMode,
  clearsEmpty: z.boolean(),
  createsMissing: z.boolean(),
  rules: z.array(z.object({ rule: importRule, isOn: z.boolean() })),
  pipelines: z.array(z.object({ value: z.string(), pipelineId: z.string() })),
  stages: z.array(z.object({ pipelineValue: z.string(), value: z.string(), target: stageTarget })),
  names: z.array(z.object({ kind: deskName.shape.kind, value: z.string(), isSame: z.boolean() })),
});
export type ProfileChoices = z.infer<typeof profileChoices>;

/** `choices_json` of a profile; one that a newer app wrote is left alone. */
export const storedChoices = storedJson(profileChoices);

/** A mapping to be kept when its import succeeds. */
export type ProfileDraft = { name: string; headingsKey: string; choices: ProfileChoices };

/** By what a mapping is recognised: all headings, in any order, whatever their case and width. */
export function headingsKey(headings: readonly string[]): string {
  return headings
    .filter((heading) => heading !== '' && !isReturnHeading(heading))
    .map(foldForSearch)
    .toSorted()
    .join('\n');
}
