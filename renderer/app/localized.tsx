import { MantineThemeProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * What the kit says by itself, in the language of the app: calendars, whose week starts on Monday,
 * and the button that closes a dialog.
 */
export function Localized({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation('common');
  const locale = i18n.language === 'en' ? 'en' : 'zh-cn';
  const close = t('close');
  const theme = useMemo(() => {
    const defaultProps = { closeButtonProps: { 'aria-label': close } };
    return { components: { Modal: { defaultProps }, Drawer: { defaultProps } } };
  }, [close]);
  return (
    <MantineThemeProvider theme={theme} inherit>
      <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>{children}</DatesProvider>
    </MantineThemeProvider>
  );
}
