import { Outlet } from '@tanstack/react-router';
import { RecordRoutesContext } from '#renderer/components/record-link.tsx';
import { BackupBar } from '#renderer/features/backups/backup-bar.tsx';
import { FrameProvider } from '../frame-state.tsx';
import { AppShortcuts } from '../keyboard/app-shortcuts.tsx';
import { hitRoutes } from '../palette/hit-routes.ts';
import { ConnectionBar } from './connection-bar.tsx';
import classes from './layout.module.css';
import { PresentationBar } from './presentation-bar.tsx';
import { Rail } from './rail.tsx';
import { SampleBar } from './sample-bar.tsx';

export function Layout() {
  return (
    <FrameProvider>
      <RecordRoutesContext value={hitRoutes}>
        <div className={classes['root']}>
          <Rail />
          <div className={classes['side']}>
            <ConnectionBar />
            <PresentationBar />
            <SampleBar />
            <BackupBar />
            <main className={classes['page']}>
              <Outlet />
            </main>
          </div>
          <AppShortcuts />
        </div>
      </RecordRoutesContext>
    </FrameProvider>
  );
}
