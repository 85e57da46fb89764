import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CoachingQuestion,
  fillQuestion,
  type QuestionRequest,
  rankQuestions,
  showQuestions,
} from '#shared/domain/coaching/questions.ts';

function question(id: string, more: Partial<CoachingQuestion> = {}): CoachingQuestion {
  return { id, step: 'reality', text: `问题 ${id}`, isStarred: false, isHidden: false, ...more };
}

const bank = ['r1', 'r2', 'r3', 'r4', 'r5'].map((id) => question(id));

function ids(request: Partial<QuestionRequest>): string[] {
  return rankQuestions({
    questions: bank,
    step: 'reality',
    variables: {},
    askedIds: [],
    ...request,
  }).map(({ id }) => id);
}

describe('a question', () => {
  test('is filled from data', () => {
    const text = '{deal} 在「{stage}」停了 {days} 天';
    expect(fillQuestion(text, { deal: '信达二期', stage: '谈判', days: 23 })).toBe(
      '信达二期 在「谈判」停了 23 天',
    );
  });

  test('with a missing variable cannot be asked', () => {
    expect(fillQuestion('{deal} {days}', { deal: '信达', days: null })).toBeNull();
    expect(fillQuestion('{deal}', { deal: ' ' })).toBeNull();
    expect(fillQuestion('{constructor}', {})).toBeNull();
  });

  test('may hold a zero', () => {
    expect(fillQuestion('{k} 件', { k: 0 })).toBe('0 件');
  });

  test('is not filled twice from its own value', () => {
    expect(fillQuestion('{deal}', { deal: '{stage} $& $1', stage: 'x' })).toBe('{stage} $& $1');
  });
});

describe('the questions of a step', () => {
  test('come in the order of the bank', () => {
    expect(ids({})).toEqual(['r1', 'r2', 'r3', 'r4', 'r5']);
  });

  test('put starred ones first and leave hidden ones and other steps out', () => {
    const questions = [
      question('a'),
      question('b', { isHidden: true }),
      question('c', { isStarred: true }),
      question('d', { step: 'goal' }),
    ];
    expect(ids({ questions })).toEqual(['c', 'a']);
  });

  test('leave out those whose variables are missing', () => {
    const questions = [question('a', { text: '{base} → {now}' }), question('b')];
    expect(ids({ questions, variables: { base: 6 } })).toEqual(['b']);
    expect(ids({ questions, variables: { base: 6, now: 4 } })).toEqual(['a', 'b']);
  });

  test('avoid what the last three sessions asked', () => {
    const askedIds = [['r1'], ['r2'], ['r3'], ['r4']];
    const ranked = rankQuestions({ questions: bank, step: 'reality', variables: {}, askedIds });
    expect(ranked.map(({ id }) => id)).toEqual(['r5', 'r4', 'r3', 'r2', 'r1']);
    expect(ranked.filter(({ isRepeat }) => isRepeat).map(({ id }) => id)).toEqual([
      'r3',
      'r2',
      'r1',
    ]);
  });

  test('put repeats last, with stars first among them', () => {
    const questions = [question('a', { isStarred: true }), question('b')];
    expect(ids({ questions, askedIds: [['a'], ['b']] })).toEqual(['a', 'b']);
    expect(ids({ questions, askedIds: [['a']] })).toEqual(['b', 'a']);
  });
});

describe('the three shown', () => {
  const ranked = rankQuestions({ questions: bank, step: 'reality', variables: {}, askedIds: [] });

  test('turn over with every swap and go round', () => {
    const shown = (from: number) => showQuestions(ranked, from).map(({ id }) => id);
    expect(shown(0)).toEqual(['r1', 'r2', 'r3']);
    expect(shown(3)).toEqual(['r4', 'r5', 'r1']);
  });

  test('are fewer only when there are fewer, and never the same twice', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.nat(50), (size, from) => {
        const shown = showQuestions(ranked.slice(0, size), from);
        expect(shown).toHaveLength(Math.min(3, size, ranked.length));
        expect(new Set(shown).size).toBe(shown.length);
      }),
    );
  });
});
