export type GrowStep = 'goal' | 'reality' | 'options' | 'will';

export type CoachingQuestion = Readonly<{
  id: string;
  step: GrowStep;
  /** In the language of the session, with {variables}. */
  text: string;
  isStarred: boolean;
  isHidden: boolean;
}>;

/** Values for {variables}; null and blank text mean that there is none. */
export type QuestionVariables = Readonly<Record<string, string | number | null>>;

export type SuggestedQuestion = Readonly<{
  id: string;
  /** Filled. */
  text: string;
  isStarred: boolean;
  /** Asked in one of the last three sessions; shown only when nothing else is left. */
  isRepeat: boolean;
}>;

export type QuestionRequest = Readonly<{
  questions: readonly CoachingQuestion[];
  step: GrowStep;
  variables: QuestionVariables;
  /** Ids asked in the person's past sessions, the latest session first. */
  askedIds: ReadonlyArray<readonly string[]>;
}>;

export const QUESTIONS_SHOWN = 3;

const SESSIONS_REMEMBERED = 3;
const VARIABLE = /\{([a-z_]+)\}/g;

/** The question with its variables filled, or null when one is missing: '{k} 件', { k: 2 } → '2 件'. */
export function fillQuestion(text: string, variables: QuestionVariables): string | null {
  let isComplete = true;
  const filled = text.replace(VARIABLE, (_, name: string) => {
    const value = Object.hasOwn(variables, name) ? (variables[name] ?? '') : '';
    if (String(value).trim() === '') isComplete = false;
    return String(value);
  });
  return isComplete ? filled : null;
}

/** Sessions ago that a question was last asked, 0 for the latest; Infinity when never. */
function lastAsked(id: string, askedIds: QuestionRequest['askedIds']): number {
  const index = askedIds.findIndex((ids) => ids.includes(id));
  return index < 0 ? Number.POSITIVE_INFINITY : index;
}

/**
 * The questions of a step worth asking, best first: hidden ones and those with a missing variable are
 * left out, those of the last three sessions come last; then starred, then longest not asked, then
 * the order of the bank.
 */
export function rankQuestions(request: QuestionRequest): SuggestedQuestion[] {
  const ranked = request.questions
    .filter(({ step, isHidden }) => step === request.step && !isHidden)
    .map(({ id, text, isStarred }, order) => {
      const asked = lastAsked(id, request.askedIds);
      const filled = fillQuestion(text, request.variables);
      return { id, text: filled, isStarred, isRepeat: asked < SESSIONS_REMEMBERED, asked, order };
    });
  return ranked
    .toSorted(
      (a, b) =>
        Number(a.isRepeat) - Number(b.isRepeat) ||
        Number(b.isStarred) - Number(a.isStarred) ||
        // Infinity − Infinity is NaN, which falls through to the bank's order.
        b.asked - a.asked ||
        a.order - b.order,
    )
    .flatMap(({ id, text, isStarred, isRepeat }) =>
      text === null ? [] : [{ id, text, isStarred, isRepeat }],
    );
}

/** Three questions from a place in the ranking on, going round at its end, none of them twice. */
export function showQuestions<Question>(ranked: readonly Question[], from: number): Question[] {
  const length = Math.min(QUESTIONS_SHOWN, ranked.length);
  return Array.from({ length }, (_, index) => ranked[(from + index) % ranked.length]).filter(
    (question) => question !== undefined,
  );
}
