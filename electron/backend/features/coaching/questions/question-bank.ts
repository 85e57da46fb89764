import type { Bilingual } from '#shared/contract/coaching-brief.ts';
import type { GrowStep } from '#shared/contract/coaching-fields.ts';
import en from '#shared/i18n/en/questions.json' with { type: 'json' };
import zh from '#shared/i18n/zh-CN/questions.json' with { type: 'json' };

type BankKey = keyof typeof en;

export type SuppliedQuestion = { key: string; step: GrowStep; text: Bilingual };

const stepOfLetter: Readonly<Record<string, GrowStep>> = {
  G: 'goal',
  R: 'reality',
  O: 'options',
  W: 'will',
};

/** The questions that come with the app, in their order; texts have {variables}. */
export const questionBank: readonly SuppliedQuestion[] = (Object.keys(en) as BankKey[]).map(
  (key) => ({
    key,
    step: stepOfLetter[key.charAt(0)] ?? 'goal',
    text: { 'zh-CN': zh[key], en: en[key] },
  }),
);
