import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { changeCurrency, changeLanguage } from '#renderer/api/i18n.ts';
import type { AppSettings } from '#shared/contract/settings.ts';

/** Language, colours and the meaning of red follow the settings at once. */
export function usePreferences(settings: AppSettings | undefined): void {
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    if (settings === undefined) return;
    changeCurrency(settings.currency);
    changeLanguage(settings.language);
    setColorScheme(settings.theme === 'system' ? 'auto' : settings.theme);
    document.documentElement.dataset['rise'] = settings.riseColor;
  }, [settings, setColorScheme]);
}
