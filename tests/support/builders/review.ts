import type { ReviewStart } from '#shared/contract/reviews.ts';
import type { TestBackend } from '#tests/support/start-backend.ts';
import { buildPerson } from './person.ts';

/** Starts a review of the first half of 2026; without a person, one is added. */
export async function buildReview(
  backend: Pick<TestBackend, 'client'>,
  facts: Partial<ReviewStart> = {},
): Promise<string> {
  const { client } = backend;
  const [template] = await client.reviews.listTemplates();
  const { reviewId } = await client.reviews.startReview({
    personId: facts.personId ?? (await buildPerson(backend, { name: '陈静' })).id,
    templateId: template?.id ?? '',
    type: 'half',
    periodStartOn: '2026-01-01',
    periodEndOn: '2026-06-30',
    ...facts,
  });
  return reviewId;
}

type Kpi = readonly [itemRef: string, target: string, actual: string];

/** The figures and scores of the published example (coaching 3.5). */
export const exampleKpis: readonly Kpi[] = [
  ['bookings', '200000000', '215000000'],
  ['pipeline_created', '600000000', '540000000'],
  ['win_rate', '30', '33'],
  ['average_discount', '12', '13.5'],
];
export const exampleScores: Readonly<Record<string, number>> = {
  discovery: 4000,
  negotiation: 3000,
  pipeline_hygiene: 2000,
  product: 4000,
  customer_first: 4000,
  collaboration: 3000,
  initiative: 5000,
};

/** Fills a review with the published example: 3.42, and 3.52 with +0.10. */
export async function fillExample(
  { client }: Pick<TestBackend, 'client'>,
  reviewId: string,
): Promise<void> {
  for (const [itemRef, target, actual] of exampleKpis) {
    await client.reviews.setKpi({ reviewId, itemRef, target, actual });
  }
  for (const [itemRef, scoreMilli] of Object.entries(exampleScores)) {
    await client.reviews.rateItem({ reviewId, itemRef, scoreMilli });
  }
  await client.reviews.setNotApplicable({
    reviewId,
    itemRef: 'multithreading',
    isNotApplicable: true,
  });
  await client.reviews.adjustScore({ reviewId, adjMilli: 100 });
}

/** Writes every text that the form asks for, so that nothing keeps the review from being final. */
export async function completeReview(
  backend: Pick<TestBackend, 'client'>,
  reviewId: string,
): Promise<void> {
  const { client } = backend;
  await fillExample(backend, reviewId);
  const { ratings } = await client.reviews.getReview({ reviewId });
  const save = (table: string, id: string, field: string, text: string) =>
    client.texts.saveText({ table, id, field, text });
  const ratingId = (ref: string) => ratings.find(({ itemRef }) => itemRef === ref)?.id ?? '';
  await save(
    'review_rating',
    ratingId('multithreading'),
    'na_reason',
    '期间只负责单一联系人的客户',
  );
  await save('review_rating', ratingId('pipeline_hygiene'), 'comment', '三次盘点有五单没有下一步');
  await save('review_rating', ratingId('initiative'), 'comment', '主动组织了两次竞品复盘');
  await save('review', reviewId, 'adj_reason', '带教两名新人');
  await save('review', reviewId, 'summary', '新签额超过指标，商机数据要更及时。');
  await client.reviews.markEvidenceSeen({ reviewId });
}
