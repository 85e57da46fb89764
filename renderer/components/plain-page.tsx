import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './plain-page.module.css';

export type PlainPageProps = {
  title: string;
  body: string;
  /** Buttons: the ways out. */
  children?: ReactNode;
};

/** A page that says one thing and offers what can be done about it. */
export function PlainPage({ title, body, children }: PlainPageProps) {
  return (
    <main className={classes['root']}>
      <div className={classes['text']}>
        <Title order={1}>{title}</Title>
        <Text c="dimmed" lh={1.7}>
          {body}
        </Text>
        {children !== undefined && <Group mt="md">{children}</Group>}
      </div>
    </main>
  );
}
