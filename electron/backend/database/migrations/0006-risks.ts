import type { Migration } from './migration.ts';

export const risks: Migration = {
  version: 6,
  name: 'risks',
  sql: '',
};
