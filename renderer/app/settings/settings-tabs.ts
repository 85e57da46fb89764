import {
  IconBellRinging,
  IconColumns3,
  IconDatabaseExport,
  IconPalette,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react';
import { type ComponentType, lazy } from 'react';

export type SettingsTab = {
  /** `settings:tabs.<name>` is its name. */
  name: 'team' | 'stages' | 'warnings' | 'appearance' | 'backups';
  icon: TablerIcon;
  component: ComponentType;
};

/** The tabs of the settings, in order. A feature adds its own here. */
export const settingsTabs: readonly [SettingsTab, ...SettingsTab[]] = [
  {
    name: 'team',
    icon: IconUsersGroup,
    component: lazy(async () => ({
      default: (await import('#renderer/features/settings/team-settings.tsx')).TeamSettings,
    })),
  },
  {
    name: 'stages',
    icon: IconColumns3,
    component: lazy(async () => ({
      default: (await import('#renderer/features/deals/stages/stage-settings.tsx')).StageSettings,
    })),
  },
  {
    name: 'warnings',
    icon: IconBellRinging,
    component: lazy(async () => ({
      default: (await import('#renderer/features/deals/warnings/warning-settings.tsx'))
        .WarningSettings,
    })),
  },
  {
    name: 'appearance',
    icon: IconPalette,
    component: lazy(async () => ({
      default: (await import('#renderer/features/settings/appearance-settings.tsx'))
        .AppearanceSettings,
    })),
  },
  {
    name: 'backups',
    icon: IconDatabaseExport,
    component: lazy(async () => ({
      default: (await import('#renderer/features/backups/backups-settings.tsx')).BackupsSettings,
    })),
  },
];
