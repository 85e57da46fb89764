import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './app/theme/fonts.css';
import './app/theme/tokens.css';
import './app/theme/base.css';
import { createRoot } from 'react-dom/client';
import { settleBeforeLeaving } from './api/autosave/drafts.ts';
import { followChanges } from './api/change-events.ts';
import { startI18n } from './api/i18n.ts';
import { refuseStrayFiles } from './api/stray-files.ts';
import { App } from './app/app.tsx';
import { AppBoundary } from './app/app-boundary.tsx';
import { Providers } from './app/providers.tsx';

// The faces are wanted with the first words; waiting for the styles to ask would show a gap.
for (const text of ['a', '中']) void document.fonts.load('14px "Inter UI", "Noto Sans SC"', text);
void import('@fontsource/noto-sans-sc/400.css');

startI18n(navigator.language.startsWith('zh') ? 'zh-CN' : 'en');
settleBeforeLeaving();
refuseStrayFiles();
void followChanges();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <Providers>
    <AppBoundary>
      <App />
    </AppBoundary>
  </Providers>,
);
