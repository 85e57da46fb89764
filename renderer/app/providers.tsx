import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { i18n } from '#renderer/api/i18n.ts';
import { queryClient } from '#renderer/api/query-client.ts';
import { ShortcutsProvider } from '#renderer/components/keyboard/shortcuts.tsx';
import { PresentationProvider } from '#renderer/components/privacy/presentation.tsx';
import { Localized } from './localized.tsx';
import { cssVariables, theme } from './theme/theme.ts';

/** The host wrote a fresh nonce into the page; style tags without it are refused. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
setNonce(nonce);

export function Providers({ children }: { children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <I18nextProvider i18n={i18n}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          getStyleNonce={() => nonce}
          defaultColorScheme="auto"
        >
          <Notifications position="bottom-right" limit={3} containerWidth={380} />
          <PresentationProvider>
            <ShortcutsProvider>
              <Localized>{children}</Localized>
            </ShortcutsProvider>
          </PresentationProvider>
        </MantineProvider>
      </I18nextProvider>
    </QueryClientProvider>
  );
}
