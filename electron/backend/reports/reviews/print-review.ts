import type { Review } from '#shared/contract/reviews.ts';
import type { Platform } from '../../platform.ts';
import { printReport, type ReportPage } from '../render-report.tsx';
import { type ReviewDocumentOptions, reviewDocument } from './review-document.ts';
import { reviewPage } from './review-page.tsx';

export type PrintReview = Omit<ReviewDocumentOptions, 'generatedAt'> & { review: Review };

/** One copy of a review as PDF (coaching 5.2). */
export function printReview(platform: Platform, { review, ...options }: PrintReview) {
  return printReport(pageOfReview(platform, { review, ...options }), platform);
}

export function pageOfReview(
  platform: Pick<Platform, 'now'>,
  { review, ...options }: PrintReview,
): ReportPage {
  return reviewPage(reviewDocument(review, { ...options, generatedAt: platform.now() }));
}
