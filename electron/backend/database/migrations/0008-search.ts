import type { Migration } from './migration.ts';

export const search: Migration = {
  version: 8,
  name: 'search',
  sql: '',
};
