import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page-frame.module.css';

export type PageFrameProps = {
  title: ReactNode;
  /** What the page can do, at the right of the title. */
  toolbar?: ReactNode;
  /** Filters and views, under the title. */
  filters?: ReactNode;
  children: ReactNode;
  /** The page brings its own scrolling and runs to the edges: boards, tables. */
  isFlush?: boolean;
};

/** Title, toolbar and filters stay; the content scrolls. */
export function PageFrame({ title, toolbar, filters, children, isFlush }: PageFrameProps) {
  return (
    <div className={classes['root']}>
      <header className={classes['header']}>
        <Title order={1} className={classes['title'] ?? ''}>
          {title}
        </Title>
        <div className={classes['toolbar']}>{toolbar}</div>
      </header>
      {filters !== undefined && <div className={classes['filters']}>{filters}</div>}
      <div className={classes['content']} data-flush={isFlush}>
        {children}
      </div>
    </div>
  );
}
