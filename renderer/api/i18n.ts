import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#shared/contract/fields.ts';
import { defaultSettings } from '#shared/contract/settings.ts';
import type { CurrencyCode } from '#shared/domain/money/currency.ts';
import { addFormats, i18nOptions } from '#shared/i18n/index.ts';

/** The page's messages; `useTranslation('<slug>')` reads them. Both languages are always there. */
export const i18n = i18next.createInstance();

/** What a message's `{{…, money}}` is in; follows the settings. */
let currency: CurrencyCode = defaultSettings.currency;

export function changeCurrency(next: CurrencyCode): void {
  currency = next;
}

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
  addFormats(i18n, () => currency);
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
