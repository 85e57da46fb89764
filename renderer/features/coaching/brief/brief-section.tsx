import type { ReactNode } from 'react';
import classes from './brief-pane.module.css';

export type BriefSectionProps = {
  title: string;
  /** A figure or a word beside the title. */
  note?: ReactNode;
  children: ReactNode;
};

export function BriefSection({ title, note, children }: BriefSectionProps) {
  return (
    <section className={classes['section']} aria-label={title}>
      <div className={classes['head']}>
        <h2>{title}</h2>
        {note !== undefined && <span className={classes['note']}>{note}</span>}
      </div>
      {children}
    </section>
  );
}

/** What there is no data about says so, and never zero. */
export function NoData({ children }: { children: ReactNode }) {
  return <p className={classes['none']}>{children}</p>;
}
