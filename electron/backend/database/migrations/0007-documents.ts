import type { Migration } from './migration.ts';

export const documents: Migration = {
  version: 7,
  name: 'documents',
  sql: '',
};
