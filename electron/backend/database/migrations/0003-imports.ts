import type { Migration } from './migration.ts';

export const imports: Migration = {
  version: 3,
  name: 'imports',
  sql: '',
};
