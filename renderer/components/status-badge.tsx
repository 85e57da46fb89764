import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './status-badge.module.css';

/** What a colour means; never shown without a word. */
export type Tone = 'good' | 'risk' | 'critical' | 'quiet' | 'private';

export type StatusBadgeProps = { tone: Tone; icon?: TablerIcon; children: ReactNode };

/** A word with the colour of what it means. */
export function StatusBadge({ tone, icon: Icon, children }: StatusBadgeProps) {
  return (
    <span className={classes['root']} data-tone={tone}>
      {Icon !== undefined && <Icon size={13} aria-hidden />}
      {children}
    </span>
  );
}
