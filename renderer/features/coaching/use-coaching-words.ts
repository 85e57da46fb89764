import { useCurrency } from '#renderer/api/use-format.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { type CoachingWords, coachingWords } from '#shared/i18n/coaching-words.ts';

/** The facts of a brief in the language of the workspace and the currency of this place. */
export function useCoachingWords(): CoachingWords {
  const { language } = useSettings();
  return coachingWords(language, useCurrency());
}
