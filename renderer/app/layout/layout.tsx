import { Outlet } from '@tanstack/react-router';
import classes from './layout.module.css';
import { Rail } from './rail.tsx';

export function Layout() {
  return (
    <div className={classes['root']}>
      <Rail />
      <main className={classes['page']}>
        <Outlet />
      </main>
    </div>
  );
}
