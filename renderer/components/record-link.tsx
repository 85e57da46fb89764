import { Link, type NavigateOptions } from '@tanstack/react-router';
import { createContext, type ReactNode, use } from 'react';
import type { SearchKind } from '#shared/contract/search.ts';
import classes from './record-link.module.css';

export type RecordRoutes = Partial<Record<SearchKind, (id: string) => NavigateOptions>>;

/** Where the page of each kind of record is; the app knows, features do not. */
export const RecordRoutesContext = createContext<RecordRoutes>({});

export type RecordLinkProps = {
  kind: SearchKind;
  id: string;
  children: ReactNode;
};

/** The name of a record; opens its page where it has one. */
export function RecordLink({ kind, id, children }: RecordLinkProps) {
  const route = use(RecordRoutesContext)[kind]?.(id);
  if (route === undefined) return children;
  return (
    <Link {...route} className={classes['root'] ?? ''}>
      {children}
    </Link>
  );
}
