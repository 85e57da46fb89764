import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#shared/contract/fields.ts';
import { i18nOptions } from '#shared/i18n/index.ts';

/** The page's messages; `useTranslation('<slug>')` reads them. Both languages are always there. */
export const i18n = i18next.createInstance();

export function startI18n(language: Language): void {
  void i18n.use(initReactI18next).init({
    ...i18nOptions,
    lng: language,
    initAsync: false,
    react: { useSuspense: false },
    saveMissing: true,
    missingKeyHandler: (_languages, namespace, key) => reportDefect(`message ${namespace}:${key}`),
    missingInterpolationHandler: (text, value) => {
      reportDefect(`value ${String(value[0])} for «${text}»`);
      return '';
    },
  });
  showLanguage(language);
}

export function changeLanguage(language: Language): void {
  if (i18n.language === language) return;
  void i18n.changeLanguage(language);
  showLanguage(language);
}

/** Fonts, line breaks and hyphenation follow the document's language. */
function showLanguage(language: Language): void {
  document.documentElement.lang = language;
}

function reportDefect(what: string): void {
  // biome-ignore lint/suspicious/noConsole: a missing message is a defect the tests must see
  console.error(`Missing ${what}`);
}
