import { boardFilter } from './board-filter.ts';
import { boardFirstPaint } from './board-first-paint.ts';
import { brief } from './brief.ts';
import { coldStart } from './cold-start.ts';
import { dealDrop } from './deal-drop.ts';
import type { Figure } from './figure.ts';
import { import100k } from './import-100k.ts';
import { memoryBackend } from './memory-backend.ts';
import { memoryRenderer } from './memory-renderer.ts';
import { boardQuery, tableQuery } from './queries.ts';
import { reviewPdf } from './review-pdf.ts';
import { tableFirstRows } from './table-first-rows.ts';

/** In the order they are measured: those on one running app first. */
export const figures: readonly Figure[] = [
  boardFirstPaint,
  boardQuery,
  boardFilter,
  tableFirstRows,
  tableQuery,
  brief,
  reviewPdf,
  dealDrop,
  memoryBackend,
  memoryRenderer,
  coldStart,
  import100k,
];
