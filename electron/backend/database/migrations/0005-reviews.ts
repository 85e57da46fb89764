import type { Migration } from './migration.ts';

export const reviews: Migration = {
  version: 5,
  name: 'reviews',
  sql: '',
};
