import type { ReviewPage } from '../pages/review-page.ts';

/** The names on the form for account executives, and what a manager writes in it. */
export const executiveForm = {
  'zh-CN': {
    kpis: ['新签额', '新增商机额', '赢率', '平均折扣'],
    skills: ['需求挖掘', '谈判', '商机数据规范', '产品知识'],
    leftOut: '多线关系',
    behaviors: ['客户第一', '协作', '主动'],
    summary: '总评',
    privateAssessment: '私密判断',
    privateField: '判断',
    on: '绩效评估报告',
  },
  en: {
    kpis: ['Bookings', 'Pipeline created', 'Win rate', 'Average discount'],
    skills: ['Discovery', 'Negotiation', 'Pipeline hygiene', 'Product knowledge'],
    leftOut: 'Multithreading',
    behaviors: ['Customer first', 'Collaboration', 'Initiative'],
    summary: 'Overall assessment',
    privateAssessment: 'Private assessment',
    privateField: 'Assessment',
    on: 'Performance review',
  },
} as const;
export type ExecutiveForm = (typeof executiveForm)['en' | 'zh-CN'];

const kpiFigures = [
  ['2000000', '2150000'],
  ['6000000', '5400000'],
  ['30', '33'],
  ['12', '13.5'],
] as const;
const skillScores = [4, 3, 2, 4];
const behaviorScores = [4, 3, 5];

/** The score these answers come to. */
export const answeredScore = '3.42';

/** Answers every item of the form; two of the scores still need a comment. */
export async function answerItems(review: ReviewPage, form: ExecutiveForm): Promise<void> {
  for (const [index, [target, actual]] of kpiFigures.entries()) {
    await review.setKpi(form.kpis[index] ?? '', target, actual);
  }
  for (const [index, score] of skillScores.entries()) {
    await review.rate(form.skills[index] ?? '', score);
  }
  await review.markNotApplicable(form.leftOut, 'one contact only');
  for (const [index, score] of behaviorScores.entries()) {
    await review.rate(form.behaviors[index] ?? '', score);
  }
}

/** Writes what is still missing to finalise, and something private. */
export async function writeTexts(
  review: ReviewPage,
  form: ExecutiveForm,
  privateText: string,
): Promise<void> {
  await review.go(form.skills[2]);
  await review.comment('five deals without a next step');
  await review.go(form.behaviors[2]);
  await review.comment('led two reviews of lost deals');
  await review.go(form.summary);
  await review.write(form.summary, 'Bookings above target; data must be kept current.');
  await review.go(form.privateAssessment);
  await review.write(form.privateField, privateText);
}
