import type { DocumentCopy, DocumentLanguage } from '#shared/contract/documents.ts';
import type { Review } from '#shared/contract/reviews.ts';
import { createFormat, type Format } from '#shared/i18n/format.ts';
import { localDateOf } from '../../clock.ts';
import { documentWords, type Words } from '../furniture/words.tsx';

/** What every copy may show. Anything private is taken out here, not on the page. */
export type SharedReview = Omit<
  Review,
  | 'potential'
  | 'privateAssessment'
  | 'calibratedMilli'
  | 'calibrationReason'
  | 'events'
  | 'problems'
  | 'lateItems'
>;

/** How the score came to be set by calibration, and the audit: for HR and the manager. */
export type HrPart = {
  calibration: { before: string; after: string; reason: string } | null;
  events: Review['events'];
};

/** What the manager alone reads. */
export type ManagerPart = Pick<Review, 'potential' | 'privateAssessment'>;

/** A review as one copy of its document says it. */
export type ReviewDocument = {
  copy: DocumentCopy;
  review: SharedReview;
  period: string;
  company: string;
  hr: HrPart | null;
  manager: ManagerPart | null;
  generatedAt: Date;
  words: Words;
  format: Format;
};

export type ReviewDocumentOptions = {
  copy: DocumentCopy;
  language: DocumentLanguage;
  generatedAt: Date;
};

/** In both languages at once, days stand as 2026-06-30, and lists with commas, which each reads. */
function documentFormat({ language, mainLanguage }: Words, currency: string): Format {
  const format = createFormat(mainLanguage, currency);
  if (language !== 'zh-en') return format;
  return {
    ...format,
    date: (on) => on,
    list: (items) => items.join(', '),
    dateTime: (at) => `${localDateOf(new Date(at))} ${format.time(at)}`,
  };
}

export function reviewDocument(review: Review, options: ReviewDocumentOptions): ReviewDocument {
  const { copy, language, generatedAt } = options;
  const { companyName, currency, periodName } = review.setting;
  const words = documentWords(language);
  return {
    copy,
    words,
    generatedAt,
    review: sharedPart(review),
    hr: copy === 'rep' ? null : hrPart(review),
    manager: copy === 'manager' ? managerPart(review) : null,
    company: companyName,
    period: periodName,
    format: documentFormat(words, currency),
  };
}

function sharedPart(review: Review): SharedReview {
  const {
    potential: _potential,
    privateAssessment: _privateAssessment,
    calibratedMilli: _calibratedMilli,
    calibrationReason: _calibrationReason,
    events: _events,
    problems: _problems,
    lateItems: _lateItems,
    ...shared
  } = review;
  return shared;
}

function hrPart({ score, calibratedMilli, calibrationReason, events }: Review): HrPart {
  return {
    events,
    calibration:
      calibratedMilli === null
        ? null
        : {
            before: score.adjusted?.fixed ?? '–',
            after: (calibratedMilli / 1000).toFixed(3),
            reason: calibrationReason,
          },
  };
}

function managerPart({ potential, privateAssessment }: Review): ManagerPart {
  return { potential, privateAssessment };
}
