import type { ReactNode } from 'react';
import classes from './pane-section.module.css';

/** A part of a pane: its heading over its content, a hairline under both. */
export function PaneSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes['root']} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
