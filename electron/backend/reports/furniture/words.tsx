import type { ReactNode } from 'react';
import type { DocumentLanguage } from '#shared/contract/documents.ts';
import type { Language } from '#shared/contract/fields.ts';
import { createTranslator, type MessageCatalogues, type Namespace } from '#shared/i18n/index.ts';

type Leaves<Messages, Path extends string = ''> = {
  [Key in keyof Messages & string]: Messages[Key] extends string
    ? `${Path}${Key | PluralOf<Key>}`
    : Leaves<Messages[Key], `${Path}${Key}.`>;
}[keyof Messages & string];

/** A counted message is asked for by its name without the form. */
type PluralOf<Key extends string> = Key extends `${infer Name}_other` ? Name : never;

/** `<namespace>:<key>` of every message there is. */
export type MessageKey = {
  [Name in Namespace]: `${Name}:${Leaves<MessageCatalogues[Name]>}`;
}[Namespace];

export type MessageValues = Readonly<Record<string, string | number>>;

/** A text in both languages, as records keep what the app supplies. */
export type TwoTexts = { zh: string; en: string };

/** The words of one document, in the language it was asked for and no other. */
export type Words = {
  language: DocumentLanguage;
  /** The language of dates, sums and the page itself; Chinese in a bilingual document. */
  mainLanguage: Language;
  /** One line of plain text; both languages with a stroke between them in a bilingual one. */
  text(key: MessageKey, values?: MessageValues): string;
  /** A label; the second language stands smaller beside the first. */
  label(key: MessageKey, values?: MessageValues): ReactNode;
  /** What a record holds in both languages, chosen as `text` does. */
  pick(texts: TwoTexts): string;
  pickLabel(texts: TwoTexts): ReactNode;
};

export function documentWords(language: DocumentLanguage): Words {
  const say = (key: MessageKey, values?: MessageValues): TwoTexts => ({
    zh: translate('zh-CN', key, values),
    en: translate('en', key, values),
  });
  return {
    language,
    mainLanguage: language === 'en' ? 'en' : 'zh-CN',
    text: (key, values) => chooseText(language, say(key, values)),
    label: (key, values) => chooseLabel(language, say(key, values)),
    pick: (texts) => chooseText(language, texts),
    pickLabel: (texts) => chooseLabel(language, texts),
  };
}

function translate(language: Language, key: MessageKey, values: MessageValues = {}): string {
  // The union of all keys is too wide for i18next's overloads; MessageKey has checked it already.
  const translator = createTranslator(language) as (key: string, values: MessageValues) => string;
  return translator(key, values);
}

function chooseText(language: DocumentLanguage, { zh, en }: TwoTexts): string {
  if (language === 'zh-en') return zh === en ? zh : `${zh} / ${en}`;
  return language === 'en' ? en : zh;
}

function chooseLabel(language: DocumentLanguage, { zh, en }: TwoTexts): ReactNode {
  if (language !== 'zh-en' || zh === en) return language === 'en' ? en : zh;
  return (
    <>
      <span lang="zh-CN">{zh}</span>{' '}
      <span lang="en" className="second-language">
        {en}
      </span>
    </>
  );
}
