import type { GrowStep } from '#shared/contract/coaching-fields.ts';
import type { GrowFields } from '#shared/contract/coaching-grow.ts';

const fieldOf = {
  goal: 'goalVisibility',
  reality: 'realityVisibility',
  options: 'optionsVisibility',
  will: 'willVisibility',
} as const satisfies Readonly<Record<GrowStep, keyof GrowFields>>;

/** Who may read a block of the GROW record, and the field that says so. */
export function visibilityOf(step: GrowStep, fields: GrowFields) {
  const field = fieldOf[step];
  return { field, isPrivate: fields[field] === 'private' };
}
