import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './today.module.css';

export type LineProps = {
  icon: TablerIcon;
  tone?: 'critical' | 'risk';
  children: ReactNode;
  /** What can be done about it here; the one obvious thing has `data-act`. */
  action?: ReactNode;
};

/** One line that needs the manager. */
export function Line({ icon: Icon, tone, children, action }: LineProps) {
  return (
    <li className={classes['line']} data-line data-tone={tone}>
      <Icon size={18} stroke={1.6} aria-hidden />
      <div className={classes['main']}>{children}</div>
      {action}
    </li>
  );
}
