import { core } from './0001-core.ts';
import { sales } from './0002-sales.ts';
import { imports } from './0003-imports.ts';
import { coaching } from './0004-coaching.ts';
import { reviews } from './0005-reviews.ts';
import { risks } from './0006-risks.ts';
import { documents } from './0007-documents.ts';
import { search } from './0008-search.ts';
import type { Migration } from './migration.ts';

/** In order; a test checks that every file here is listed and that released ones are unchanged. */
export const migrations: readonly Migration[] = [
  core,
  sales,
  imports,
  coaching,
  reviews,
  risks,
  documents,
  search,
];
