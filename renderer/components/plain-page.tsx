import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './plain-page.module.css';

export type PlainPageProps = {
  title: string;
  body: string;
  /** Buttons: the ways out. */
  children?: ReactNode;
};

/** The whole window says one thing and offers what can be done about it. */
export function PlainPage(props: PlainPageProps) {
  return (
    <main className={classes['window']}>
      <PlainPart {...props} />
    </main>
  );
}

/** The same in the place of a page: the layout around it stays. */
export function PlainPart({ title, body, children }: PlainPageProps) {
  return (
    <div className={classes['root']}>
      <div className={classes['text']}>
        <Title order={1}>{title}</Title>
        <Text c="dimmed" lh={1.7}>
          {body}
        </Text>
        {children !== undefined && <Group mt="md">{children}</Group>}
      </div>
    </div>
  );
}
