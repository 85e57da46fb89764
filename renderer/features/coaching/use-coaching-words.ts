import { useSettings } from '#renderer/api/use-settings.ts';
import { type CoachingWords, coachingWords } from '#shared/i18n/coaching-words.ts';

/** The facts of a brief in the language and currency of the workspace. */
export function useCoachingWords(): CoachingWords {
  const { language, currency } = useSettings();
  return coachingWords(language, currency);
}
