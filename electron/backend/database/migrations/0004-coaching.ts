import type { Migration } from './migration.ts';

export const coaching: Migration = {
  version: 4,
  name: 'coaching',
  sql: '',
};
