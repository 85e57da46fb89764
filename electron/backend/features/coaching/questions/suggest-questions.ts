import type { BriefQuestion } from '#shared/contract/coaching-brief.ts';
import type { GrowStep } from '#shared/contract/coaching-fields.ts';
import type { BankQuestion } from '#shared/contract/coaching-grow.ts';
import type { Language } from '#shared/contract/fields.ts';
import {
  fillQuestion,
  type QuestionVariables,
  rankQuestions,
} from '#shared/domain/coaching/questions.ts';

export type Suggestions = Record<GrowStep, BriefQuestion[]>;

export type SuggestionInput = {
  questions: readonly BankQuestion[];
  /** Values as each language writes them. */
  variables: Readonly<Record<Language, QuestionVariables>>;
  /** Keys shown in the person's past sessions, the latest session first. */
  askedKeys: readonly (readonly string[])[];
};

/** The questions worth asking in each step, best first, filled in both languages. */
export function suggestQuestions(input: SuggestionInput): Suggestions {
  return {
    goal: suggest('goal', input),
    reality: suggest('reality', input),
    options: suggest('options', input),
    will: suggest('will', input),
  };
}

function suggest(step: GrowStep, input: SuggestionInput): BriefQuestion[] {
  const { questions, variables, askedKeys } = input;
  const texts = new Map(questions.map(({ key, text }) => [key, text]));
  const ranked = rankQuestions({
    questions: questions.map(({ key, text, ...others }) => ({
      ...others,
      id: key,
      text: text['zh-CN'],
    })),
    step,
    variables: variables['zh-CN'],
    askedIds: askedKeys,
  });
  return ranked.map(({ id, text, isStarred, isRepeat }) => ({
    key: id,
    text: { 'zh-CN': text, en: fillQuestion(texts.get(id)?.en ?? '', variables.en) ?? text },
    isStarred,
    isRepeat,
  }));
}
