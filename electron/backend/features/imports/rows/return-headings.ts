import type { Language } from '#shared/contract/fields.ts';
import { createTranslator, languages } from '#shared/i18n/index.ts';

/** Headings of the columns that a file of returned rows begins with. */
export function returnHeadings(language: Language): [string, string, string] {
  const t = createTranslator(language);
  return [t('imports:returned.row'), t('imports:returned.column'), t('imports:returned.problem')];
}

const known = new Set(languages.flatMap(returnHeadings));

/** True for a column that the app itself put in front of returned rows. */
export function isReturnHeading(heading: string): boolean {
  return known.has(heading.trim());
}
