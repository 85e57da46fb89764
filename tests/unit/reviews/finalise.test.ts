import { describe, expect, test } from 'vitest';
import {
  draftMarker,
  type FinaliseInput,
  finaliseProblems,
} from '#shared/domain/reviews/finalise.ts';
import {
  kpi,
  publishedReview,
  publishedTemplate,
  rating,
  section,
  template,
  withRatings,
} from './review-example.ts';

const ready: FinaliseInput = {
  ...publishedReview,
  adjReason: '带教新人',
  calibrationReason: null,
  texts: { summary: '上半年稳步达成。', strengths: null },
  isEvidenceSeen: true,
  privateEvidence: [],
};

function problems(more: Partial<FinaliseInput>) {
  return finaliseProblems({ ...ready, ...more });
}

describe('a review', () => {
  test('that is complete can be finalised', () => {
    expect(finaliseProblems(ready)).toEqual([]);
  });

  test('shows everything that is wrong at once', () => {
    const sections = [
      section('results', 'kpi', 5000, { bookings: 9000 }),
      section('skills', 'skill', 2500, { discovery: 10_000, negotiation: 500 }),
    ];
    const input = {
      template: template(sections),
      ratings: [
        rating('discovery', { scoreMilli: 3500 }),
        rating('negotiation', { isNotApplicable: true, naReason: ' ' }),
      ],
      adjMilli: 400,
      calibratedMilli: 4200,
      adjReason: '',
      calibrationReason: '偏低',
      texts: { summary: '总评待补充' },
      isEvidenceSeen: false,
      privateEvidence: [{ id: 'e1', itemRef: 'discovery' }],
    };
    expect(finaliseProblems(input)).toEqual([
      { code: 'section_weights', totalBp: 7500 },
      { code: 'item_weights', sectionCode: 'results', totalBp: 9000 },
      { code: 'item_weights', sectionCode: 'skills', totalBp: 10_500 },
      { code: 'adjustment_over_cap', adjMilli: 400, capMilli: 300 },
      { code: 'adjustment_reason_missing' },
      { code: 'calibration_reason_short', length: 2, needed: 10 },
      { code: 'draft_marker', field: 'summary', marker: '待补充' },
      { code: 'evidence_not_seen' },
      { code: 'evidence_private', evidenceId: 'e1', itemRef: 'discovery' },
      { code: 'item_unscored', sectionCode: 'results', itemRef: 'bookings' },
      { code: 'score_off_scale', sectionCode: 'skills', itemRef: 'discovery' },
      { code: 'na_reason_missing', sectionCode: 'skills', itemRef: 'negotiation' },
    ]);
  });

  test('of nothing has no score', () => {
    expect(problems({ template: template([]), ratings: [] })).toEqual([
      { code: 'section_weights', totalBp: 0 },
      { code: 'nothing_scored' },
    ]);
  });

  test('with a curve that is none says so', () => {
    expect(problems({ template: { ...publishedTemplate, curve: [] } })).toEqual([
      { code: 'curve_invalid' },
    ]);
  });
});

describe('an item', () => {
  const codes = (...changes: ReturnType<typeof rating>[]) =>
    problems(withRatings(changes)).map((problem) => problem.code);

  test('without an actual figure is not scored, without a target needs no reason', () => {
    expect(codes(rating('bookings', kpi('up', 100, null)))).toEqual(['item_unscored']);
    expect(codes(rating('bookings', kpi('up', 0, 100)))).toEqual([]);
  });

  test.each([
    ['discovery', 3500, true],
    ['discovery', 3000, false],
    ['customer', 3500, false],
    ['customer', 3250, true],
    ['customer', 500, true],
    ['customer', 5500, true],
  ])('%s with %d is off its scale: %s', (ref, scoreMilli, isOff) => {
    expect(codes(rating(ref, { scoreMilli }))).toEqual(isOff ? ['score_off_scale'] : []);
  });

  test('set by hand needs a reason and stays on the scale', () => {
    const set = { ...kpi('up', 100, 90), overrideMilli: 2750 };
    expect(codes(rating('bookings', set))).toEqual(['override_reason_missing']);
    expect(codes(rating('bookings', { ...set, overrideReason: '区域调整' }))).toEqual([]);
    expect(
      codes(rating('bookings', { ...set, overrideMilli: 6000, overrideReason: '区域调整' })),
    ).toEqual(['score_off_scale']);
  });

  test('at either end of the scale needs words where the template asks for them', () => {
    const commentRule = { upToMilli: 2000, fromMilli: 5000 };
    const sections = [
      {
        ...section('only', 'behavior', 10_000, {}),
        items: [{ ref: 'a', weightBp: 10_000, commentRule }],
      },
    ];
    const found = (scoreMilli: number, comment: string | null) =>
      problems({ template: template(sections), ratings: [rating('a', { scoreMilli, comment })] });
    expect([2000, 5000].map((score) => found(score, ' ').map(({ code }) => code))).toEqual([
      ['comment_missing'],
      ['comment_missing'],
    ]);
    expect([2500, 4500].map((score) => found(score, null))).toEqual([[], []]);
    expect(found(1000, '多次未按承诺回复客户')).toEqual([]);
  });

  test('with an unfinished comment is named', () => {
    expect(
      problems(withRatings([rating('customer', { scoreMilli: 4000, comment: '例子 TBD' })])),
    ).toEqual([{ code: 'draft_marker', field: 'comment.customer', marker: 'TBD' }]);
  });
});

describe('reasons', () => {
  test('of a calibration count what a person sees', () => {
    const found = (calibrationReason: string | null, calibratedMilli = 3600) =>
      problems({ calibratedMilli, calibrationReason });
    expect(found('同级对比后整体上调一档')).toEqual([]);
    expect(found(' 同级对比后整体上调 ')).toMatchObject([
      { code: 'calibration_reason_short', length: 9 },
    ]);
    expect(found(null)).toHaveLength(1);
    expect(found('同级对比后整体上调一档', 5100)).toEqual([
      { code: 'calibration_off_scale', calibratedMilli: 5100 },
    ]);
  });

  test('are not asked for without an adjustment', () => {
    expect(problems({ adjMilli: 0, adjReason: null })).toEqual([]);
    expect(problems({ adjMilli: -300, adjReason: null })).toEqual([
      { code: 'adjustment_reason_missing' },
    ]);
  });
});

describe('marks of an unfinished text', () => {
  test.each(['总评待完善', 'xxx', 'todo: numbers', '【 】', '客户 ____ 项目', 'result [ ]'])(
    '%j has one',
    (text) => {
      expect(draftMarker(text)).not.toBeNull();
    },
  );

  test.each([
    null,
    '客户预算待定,下季度再谈',
    'What to do next is clear.',
    'Todorov signed the contract.',
    '【重点】大客户',
    'XXXL',
  ])('%j has none', (text) => {
    expect(draftMarker(text)).toBeNull();
  });
});
