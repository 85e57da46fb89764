import type { ReactNode } from 'react';
import classes from './setting-row.module.css';

export type SettingRowProps = {
  label: string;
  /** What it changes, in a sentence. */
  hint?: string;
  children: ReactNode;
};

/** A question on the left, its answer on the right. The answer names itself for screen readers. */
export function SettingRow({ label, hint, children }: SettingRowProps) {
  return (
    <div className={classes['root']}>
      <div>
        <div className={classes['label']}>{label}</div>
        {hint !== undefined && <div className={classes['hint']}>{hint}</div>}
      </div>
      <div className={classes['answer']}>{children}</div>
    </div>
  );
}
