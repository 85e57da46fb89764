import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { useSession } from '../session/session-context.ts';

export type GrowDayField = 'goalDueOn' | 'willFirstStepDueOn' | 'willDueOn' | 'reviewOn';

/** A day of the GROW record. */
export function GrowDay({ field }: { field: GrowDayField }) {
  const { t } = useTranslation('coaching');
  const { page, change } = useSession();
  return (
    <DayField
      label={t(`grow.${field}`)}
      width={200}
      isDisabled={page.isLocked}
      value={page.grow.fields[field]}
      onChange={(value) => change({ [field]: value })}
    />
  );
}
