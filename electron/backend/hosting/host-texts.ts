import en from '#shared/i18n/en/host.json' with { type: 'json' };
import zhCN from '#shared/i18n/zh-CN/host.json' with { type: 'json' };

export type Language = 'zh-CN' | 'en';
export type HostTexts = typeof en;

/** The host's own words: menu, dialogs and the page shown while the window opens. */
export const hostTexts: Readonly<Record<Language, HostTexts>> = { 'zh-CN': zhCN, en };

/** The first language of the system that the app speaks, before the manager has chosen one. */
export function systemLanguage(preferred: readonly string[]): Language {
  const known = preferred.find((tag) => /^(zh|en)\b/i.test(tag)) ?? 'en';
  return known.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
