import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityKind } from '#shared/contract/activities.ts';
import { kindIcons, kinds } from './activity-kinds.ts';
import classes from './kind-picker.module.css';

export type KindPickerProps = { kind: ActivityKind; onChange(kind: ActivityKind): void };

/** All kinds side by side: one press chooses. */
export function KindPicker({ kind, onChange }: KindPickerProps) {
  const { t } = useTranslation('activities');
  const name = useId();
  return (
    <div className={classes['root']} role="radiogroup" aria-label={t('add.kind')}>
      {kinds.map((value) => {
        const Icon = kindIcons[value];
        return (
          <label key={value} className={classes['kind']}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === kind}
              onChange={() => onChange(value)}
            />
            <Icon size={14} aria-hidden />
            {t(`kind.${value}`)}
          </label>
        );
      })}
    </div>
  );
}
