import type { DocumentCopy, DocumentLanguage } from '#shared/contract/documents.ts';
import type { Review } from '#shared/contract/reviews.ts';
import { documentWords } from '../../reports/furniture/words.tsx';

/** `2026H1`, `绩效评估`, `陈静`, `v1`, `员工版`; a bilingual document has a Chinese name. */
export function reviewFileName(
  review: Review,
  { copy, language }: { copy: DocumentCopy; language: DocumentLanguage },
): string[] {
  const words = documentWords(language === 'en' ? 'en' : 'zh-CN');
  return [
    review.setting.periodName,
    words.text('reviews:document.fileName'),
    review.person.name,
    `v${review.revision}`,
    words.text(`documents:copy.${copy}`),
  ];
}
