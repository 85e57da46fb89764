import { Group, Text, Title } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

export type EmptyStateProps = {
  icon?: TablerIcon;
  title: string;
  /** What belongs here. */
  body: string;
  /** The first step. */
  children?: ReactNode;
};

/** A place with nothing in it yet. */
export function EmptyState({ icon: Icon, title, body, children }: EmptyStateProps) {
  return (
    <div className={classes['root']}>
      {Icon !== undefined && <Icon size={28} stroke={1.4} aria-hidden />}
      <Title order={2}>{title}</Title>
      <Text c="dimmed" maw="28rem" lh={1.7}>
        {body}
      </Text>
      {children !== undefined && <Group mt="xs">{children}</Group>}
    </div>
  );
}
