import i18next, { type i18n, type TFunction } from 'i18next';
import type { Language } from '#shared/contract/fields.ts';
import type { CurrencyCode } from '#shared/domain/money/currency.ts';
import enAccounts from './en/accounts.json' with { type: 'json' };
import enActivities from './en/activities.json' with { type: 'json' };
import enBackups from './en/backups.json' with { type: 'json' };
import enCoaching from './en/coaching.json' with { type: 'json' };
import enCommon from './en/common.json' with { type: 'json' };
import enDeals from './en/deals.json' with { type: 'json' };
import enDocuments from './en/documents.json' with { type: 'json' };
import enErrors from './en/errors.json' with { type: 'json' };
import enFacts from './en/facts.json' with { type: 'json' };
import enHost from './en/host.json' with { type: 'json' };
import enImports from './en/imports.json' with { type: 'json' };
import enLaunch from './en/launch.json' with { type: 'json' };
import enPeople from './en/people.json' with { type: 'json' };
import enQuestions from './en/questions.json' with { type: 'json' };
import enReviews from './en/reviews.json' with { type: 'json' };
import enRisks from './en/risks.json' with { type: 'json' };
import enSample from './en/sample.json' with { type: 'json' };
import enSearch from './en/search.json' with { type: 'json' };
import enSettings from './en/settings.json' with { type: 'json' };
import enShell from './en/shell.json' with { type: 'json' };
import enTexts from './en/texts.json' with { type: 'json' };
import enToday from './en/today.json' with { type: 'json' };
import enWorkspace from './en/workspace.json' with { type: 'json' };
import { createFormat, type Format } from './format.ts';
import zhAccounts from './zh-CN/accounts.json' with { type: 'json' };
import zhActivities from './zh-CN/activities.json' with { type: 'json' };
import zhBackups from './zh-CN/backups.json' with { type: 'json' };
import zhCoaching from './zh-CN/coaching.json' with { type: 'json' };
import zhCommon from './zh-CN/common.json' with { type: 'json' };
import zhDeals from './zh-CN/deals.json' with { type: 'json' };
import zhDocuments from './zh-CN/documents.json' with { type: 'json' };
import zhErrors from './zh-CN/errors.json' with { type: 'json' };
import zhFacts from './zh-CN/facts.json' with { type: 'json' };
import zhHost from './zh-CN/host.json' with { type: 'json' };
import zhImports from './zh-CN/imports.json' with { type: 'json' };
import zhLaunch from './zh-CN/launch.json' with { type: 'json' };
import zhPeople from './zh-CN/people.json' with { type: 'json' };
import zhQuestions from './zh-CN/questions.json' with { type: 'json' };
import zhReviews from './zh-CN/reviews.json' with { type: 'json' };
import zhRisks from './zh-CN/risks.json' with { type: 'json' };
import zhSample from './zh-CN/sample.json' with { type: 'json' };
import zhSearch from './zh-CN/search.json' with { type: 'json' };
import zhSettings from './zh-CN/settings.json' with { type: 'json' };
import zhShell from './zh-CN/shell.json' with { type: 'json' };
import zhTexts from './zh-CN/texts.json' with { type: 'json' };
import zhToday from './zh-CN/today.json' with { type: 'json' };
import zhWorkspace from './zh-CN/workspace.json' with { type: 'json' };

/** Every message of both languages, one namespace a feature. English is the model of the keys. */
export const resources = {
  en: {
    accounts: enAccounts,
    activities: enActivities,
    backups: enBackups,
    coaching: enCoaching,
    common: enCommon,
    deals: enDeals,
    documents: enDocuments,
    errors: enErrors,
    facts: enFacts,
    host: enHost,
    imports: enImports,
    launch: enLaunch,
    people: enPeople,
    questions: enQuestions,
    reviews: enReviews,
    risks: enRisks,
    sample: enSample,
    search: enSearch,
    settings: enSettings,
    shell: enShell,
    texts: enTexts,
    today: enToday,
    workspace: enWorkspace,
  },
  'zh-CN': {
    accounts: zhAccounts,
    activities: zhActivities,
    backups: zhBackups,
    coaching: zhCoaching,
    common: zhCommon,
    deals: zhDeals,
    documents: zhDocuments,
    errors: zhErrors,
    facts: zhFacts,
    host: zhHost,
    imports: zhImports,
    launch: zhLaunch,
    people: zhPeople,
    questions: zhQuestions,
    reviews: zhReviews,
    risks: zhRisks,
    sample: zhSample,
    search: zhSearch,
    settings: zhSettings,
    shell: zhShell,
    texts: zhTexts,
    today: zhToday,
    workspace: zhWorkspace,
  },
} as const;

export type MessageCatalogues = (typeof resources)['en'];
export type Namespace = keyof MessageCatalogues;
export const namespaces = Object.keys(resources.en) as Namespace[]; // keys of a literal object

export const languages: readonly Language[] = ['zh-CN', 'en'];

/** Settings every instance shares. Text is shown by React, which escapes it, so i18next does not. */
export const i18nOptions = {
  resources,
  ns: namespaces,
  defaultNS: 'common',
  supportedLngs: languages,
  fallbackLng: false,
  interpolation: { escapeValue: false },
  returnNull: false,
} as const;

/**
 * Formats that a message may ask for: `{{amountMinor, money}}`, `{{amountMinor, compact}}`,
 * `{{on, date}}`, `{{on, day}}` and `{{bp, percent}}`.
 */
export function addFormats(instance: i18n, currency: () => CurrencyCode): void {
  const add = <T>(name: string, show: (format: Format, value: T) => string, isAmount = false) =>
    instance.services.formatter?.add(name, (value: T | null, language) => {
      // Dates and shares are the same whatever the currency.
      const format = createFormat(language as Language, isAmount ? currency() : 'CNY');
      return value === null ? '' : show(format, value);
    });
  add<number>('money', (format, minor) => format.money(minor), true);
  add<number>('compact', (format, minor) => format.moneyShort(minor), true);
  add<string>('date', (format, on) => format.date(on));
  add<string>('day', (format, on) => format.dateShort(on));
  add<number>('percent', (format, bp) => format.basisPoints(bp));
}

export type Translator = TFunction<Namespace[]>;

const instances = new Map<string, i18n>();

/**
 * Messages of one language for code without a screen: documents and exports.
 *
 * @param currency needed by messages with amounts in them
 */
export function createTranslator(language: Language, currency?: CurrencyCode): Translator {
  const key = `${language} ${currency ?? ''}`;
  const instance = instances.get(key) ?? createInstance(language, currency);
  instances.set(key, instance);
  return instance.getFixedT(language, namespaces);
}

function createInstance(language: Language, currency: CurrencyCode | undefined): i18n {
  const instance = i18next.createInstance();
  void instance.init({ ...i18nOptions, lng: language, initAsync: false });
  addFormats(instance, () => {
    if (currency === undefined) throw new Error('A message with an amount needs the currency');
    return currency;
  });
  return instance;
}
