import { describe, expect, test } from 'vitest';
import {
  bandOf,
  type ReviewScore,
  type ScoreInput,
  scoreReview,
} from '#shared/domain/reviews/score.ts';
import { selfView } from '#shared/domain/reviews/self-view.ts';
import { DEFAULT_BANDS } from '#shared/domain/reviews/template.ts';
import {
  kpi,
  publishedReview,
  publishedTemplate,
  rating,
  section,
  template,
  withRatings,
} from './review-example.ts';

function result({ finalCenti, band, hundredCenti, final }: ReviewScore) {
  return { finalCenti, band, hundredCenti, finalMilli: final?.milli };
}

/** A review of one section whose items carry equal weight. */
function equal(scores: readonly (number | null)[]): ScoreInput {
  const weights = Object.fromEntries(scores.map((_, index) => [`i${index}`, 1000]));
  const ratings = scores.map((score, index) =>
    rating(`i${index}`, score === null ? { isNotApplicable: true } : { overrideMilli: score }),
  );
  const sections = [section('only', 'behavior', 10_000, weights)];
  return { template: template(sections), ratings, adjMilli: 0, calibratedMilli: null };
}

describe('the published review', () => {
  const score = scoreReview(publishedReview);

  test('attains and earns what is printed', () => {
    const results = score.sections[0]?.items ?? [];
    expect(results.map(({ attainment }) => attainment?.milli)).toEqual([1075, 900, 1100, 875]);
    expect(results.map(({ points }) => points?.fixed)).toEqual([
      '3.7500',
      '2.5000',
      '4.0000',
      '2.3750',
    ]);
  });

  test('has exact sections', () => {
    expect(score.sections.map((part) => part.score?.fraction)).toEqual(['533/160', '59/18', '4']);
    expect(score.sections.map((part) => part.score?.milli)).toEqual([3331, 3278, 4000]);
    expect(score.sections.map((part) => part.isRenormalised)).toEqual([false, true, false]);
  });

  test('comes to 3.52, band B, 70.36 of a hundred', () => {
    expect(score.raw).toMatchObject({ fraction: '24611/7200', milli: 3418 });
    expect(result(score)).toEqual({
      finalCenti: 352,
      band: 'B',
      hundredCenti: 7036,
      finalMilli: 3518,
    });
    expect(scoreReview({ ...publishedReview, adjMilli: 0 }).finalCenti).toBe(342);
  });

  test('names what was left out', () => {
    expect(score.sections[1]?.items[4]).toMatchObject({ state: 'not_applicable', points: null });
    expect(score.sections[1]?.countedWeightBp).toBe(9000);
    expect(score.isRenormalised).toBe(false);
  });
});

describe('traps', () => {
  test('an item not applicable is not a zero, which would give 3.44', () => {
    const skills = (4 * 30 + 3 * 25 + 2 * 20 + 4 * 15 + 0 * 10) / 100;
    const wrong = (60 * 3.33125 + 25 * skills + 15 * 4) / 100 + 0.1;
    expect(wrong.toFixed(2)).toBe('3.44');
    expect(scoreReview(publishedReview).finalCenti).not.toBe(344);
  });

  test('goals are not capped at 100 %, which would give 3.20', () => {
    const capped = withRatings([
      rating('bookings', kpi('up', 1, 1)),
      rating('winRate', kpi('up', 1, 1)),
    ]);
    expect(scoreReview(capped).finalCenti).toBe(320);
    expect(scoreReview(publishedReview).finalCenti).not.toBe(320);
  });

  test('a section without ratings leaves its weight to the others', () => {
    const none = ['customer', 'teamwork', 'initiative'].map((ref) =>
      rating(ref, { isNotApplicable: true }),
    );
    const score = scoreReview({ ...withRatings(none), adjMilli: 0 });
    expect(score.raw?.fixed).toBe('3.3155');
    expect(score.finalCenti).toBe(332);
    expect(score.isRenormalised).toBe(true);
    expect(score.sections[2]).toMatchObject({ score: null, product: null, isRenormalised: false });
  });

  test('5, 5 and nothing make 5, not 3.33', () => {
    expect(scoreReview(equal([5000, 5000, null])).finalCenti).toBe(500);
  });

  test('a review without any rating has no score', () => {
    const score = scoreReview(equal([null, null]));
    expect(result(score)).toEqual({
      finalCenti: null,
      band: null,
      hundredCenti: null,
      finalMilli: undefined,
    });
  });
});

describe('rounding and bands', () => {
  test('an exact 3.745 is 3.75 and A', () => {
    expect(result(scoreReview(equal([3745])))).toMatchObject({ finalCenti: 375, band: 'A' });
  });

  test('an exact 3.7445 is 3.74 and B, though its thousandths read 3.745', () => {
    const score = scoreReview(equal([3744, 3745]));
    expect(result(score)).toEqual({
      finalCenti: 374,
      band: 'B',
      hundredCenti: 7489,
      finalMilli: 3745,
    });
  });

  test.each([
    [500, 'S'],
    [450, 'S'],
    [449, 'A'],
    [375, 'A'],
    [374, 'B'],
    [275, 'B'],
    [274, 'C'],
    [200, 'C'],
    [199, 'D'],
    [100, 'D'],
  ])('%i hundredths are band %s', (centi, band) => {
    expect(bandOf(centi, { bands: DEFAULT_BANDS })).toBe(band);
    expect(bandOf(centi, { bands: DEFAULT_BANDS.toReversed() })).toBe(band);
  });
});

describe('adjustment and calibration', () => {
  test('an adjustment past the cap counts as the cap', () => {
    const score = scoreReview({ ...equal([3000]), adjMilli: 900 });
    expect(score).toMatchObject({ adjMilli: 300, isAdjCapped: true, finalCenti: 330 });
    expect(scoreReview({ ...equal([3000]), adjMilli: -900 }).finalCenti).toBe(270);
  });

  test('an adjusted score stays between 1 and 5', () => {
    expect(scoreReview({ ...equal([4900]), adjMilli: 300 }).finalCenti).toBe(500);
    expect(scoreReview({ ...equal([1100]), adjMilli: -300 }).finalCenti).toBe(100);
  });

  test('a calibrated score replaces it and the raw one is kept', () => {
    const score = scoreReview({ ...publishedReview, calibratedMilli: 4000 });
    expect(score).toMatchObject({
      isCalibrated: true,
      finalCenti: 400,
      band: 'A',
      hundredCenti: 8000,
    });
    expect(score.raw?.fraction).toBe('24611/7200');
    expect(score.adjusted?.milli).toBe(3518);
  });
});

describe('single items', () => {
  test('may be set by hand, with the attainment still shown', () => {
    const score = scoreReview(
      withRatings([rating('bookings', { ...kpi('up', 100, 120), overrideMilli: 3000 })]),
    );
    expect(score.sections[0]?.items[0]).toMatchObject({
      source: 'override',
      points: { milli: 3000 },
      attainment: { milli: 1200 },
    });
  });

  test('without a target drop out with a warning, without an actual are missing', () => {
    const score = scoreReview(
      withRatings([rating('bookings', kpi('up', 0, 5)), rating('pipeline', kpi('up', 10, null))]),
    );
    expect(score.sections[0]?.items.map(({ state, hasNoTarget }) => [state, hasNoTarget])).toEqual([
      ['not_applicable', true],
      ['missing', false],
      ['rated', false],
      ['rated', false],
    ]);
    expect(score.sections[0]?.countedWeightBp).toBe(3000);
  });

  test('are not scored on a curve that is none, and the rest still is', () => {
    const broken = { ...publishedTemplate, curve: [] };
    const score = scoreReview({ ...publishedReview, template: broken });
    expect(score.sections[0]?.score).toBeNull();
    expect(score.raw).not.toBeNull();
  });

  test('with weights of 0 carry nothing', () => {
    const sections = [section('only', 'skill', 10_000, { a: 0 })];
    const input = {
      ...equal([]),
      template: template(sections),
      ratings: [rating('a', { scoreMilli: 3000 })],
    };
    expect(scoreReview(input).raw).toBeNull();
  });

  test('of a written section do not count', () => {
    const sections = [
      ...publishedTemplate.sections,
      section('words', 'text', 5000, { summary: 10_000 }),
    ];
    const ratings = [...publishedReview.ratings, rating('summary', { scoreMilli: 1000 })];
    const score = scoreReview({ ...publishedReview, template: template(sections), ratings });
    expect(score.finalCenti).toBe(352);
  });
});

describe('the view of the person', () => {
  test('is shown, not blended: 5, 3, 3, 4, 3 make 3.75', () => {
    const view = selfView(publishedReview);
    expect(view.sections.map(({ code, score }) => [code, score?.fixed])).toEqual([
      ['results', undefined],
      ['skills', '3.7500'],
      ['behaviour', undefined],
    ]);
    expect(view.overall?.fixed).toBe('3.7500');
  });

  test('differs by a point or more on discovery and hygiene', () => {
    expect(selfView(publishedReview).gaps).toEqual([
      { itemRef: 'discovery', selfMilli: 5000, differenceMilli: 1000 },
      { itemRef: 'hygiene', selfMilli: 3000, differenceMilli: 1000 },
    ]);
  });

  test('has no gap under a point, and one in either direction', () => {
    const gaps = (selfScoreMilli: number) =>
      selfView(withRatings([rating('customer', { scoreMilli: 3500, selfScoreMilli })])).gaps.filter(
        ({ itemRef }) => itemRef === 'customer',
      );
    expect(gaps(4000)).toEqual([]);
    expect(gaps(2500)).toEqual([{ itemRef: 'customer', selfMilli: 2500, differenceMilli: -1000 }]);
  });

  test('of somebody who gave none is empty', () => {
    const view = selfView(equal([4000]));
    expect(view.overall).toBeNull();
    expect(view.gaps).toEqual([]);
  });
});
