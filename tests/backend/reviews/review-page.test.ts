import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { pageOfReview } from '#backend/reports/reviews/print-review.ts';
import type { DocumentLanguage } from '#shared/contract/documents.ts';
import type { Review } from '#shared/contract/reviews.ts';
import { buildReview } from '#tests/support/builders/review.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

let backend: TestBackend;
beforeEach(async () => {
  backend = await startBackend();
});
afterEach(() => backend.stop());
afterAll(removeTestDirectories);

/** The words of the employee's copy, without the page's tags. */
function textOf(review: Review, language: DocumentLanguage): string {
  const options = { review, copy: 'rep', language } as const;
  const { body } = pageOfReview(backend.platform, options);
  return renderToStaticMarkup(body).replaceAll(/<[^>]*>/g, '');
}

test('grades are listed as each language lists, and their names are left as they are', async () => {
  const reviewId = await buildReview(backend);
  const review = await backend.client.reviews.getReview({ reviewId });
  const bands = [
    { code: 'A', fromCenti: 400, nameZh: '优，可晋升', nameEn: 'Good，promote' },
    { code: 'B', fromCenti: 300, nameZh: '良', nameEn: 'Fair' },
    { code: 'C', fromCenti: 0, nameZh: '差', nameEn: 'Poor' },
  ];
  const graded = { ...review, template: { ...review.template, bands } };
  expect(textOf(graded, 'zh-CN')).toContain('A ≥ 4.00 优，可晋升、B ≥ 3.00 良和C ≥ 0.00 差');
  expect(textOf(graded, 'en')).toContain(
    'A ≥ 4.00 Good，promote, B ≥ 3.00 Fair, and C ≥ 0.00 Poor',
  );
  expect(textOf(graded, 'zh-en')).toContain('Good，promote, B ≥ 3.00 良 / Fair, C ≥ 0.00');
});

test('numbers of reviews go on past 9999', async () => {
  const first = await buildReview(backend);
  const second = await buildReview(backend);
  const { connection } = backend.workspace.database;
  const number = connection.prepare('update review set document_no = ? where id = ?');
  number.run('PR-2026-9999', first);
  number.run('PR-2026-10000', second);
  const reviewId = await buildReview(backend);
  const { documentNo } = await backend.client.reviews.getReview({ reviewId });
  expect(documentNo).toBe('PR-2026-10001');
});
