import { createFormat, type Format } from '#shared/i18n/format.ts';
import { useSettings } from './use-settings.ts';

/** Figures and dates in the language and currency of the workspace. */
export function useFormat(): Format {
  const { language, currency } = useSettings();
  return createFormat(language, currency);
}
