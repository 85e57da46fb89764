import {
  IconBuilding,
  IconClipboardCheck,
  IconFileText,
  IconMessages,
  IconSettings,
  IconShieldExclamation,
  IconSun,
  IconTargetArrow,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react';

export type Place = {
  /** `shell:places.<name>` is its name. */
  name:
    | 'today'
    | 'deals'
    | 'accounts'
    | 'team'
    | 'coaching'
    | 'reviews'
    | 'risks'
    | 'documents'
    | 'settings';
  to:
    | '/today'
    | '/deals'
    | '/accounts'
    | '/team'
    | '/coaching'
    | '/reviews'
    | '/risks'
    | '/documents'
    | '/settings';
  icon: TablerIcon;
  /** Below the line: not a place to work, but to look things up. */
  isBelow?: boolean;
};

/** The rail, in order. A feature adds its place here when it has one; the first opens at start. */
export const places: readonly [Place, ...Place[]] = [
  { name: 'today', to: '/today', icon: IconSun },
  { name: 'deals', to: '/deals', icon: IconTargetArrow },
  { name: 'accounts', to: '/accounts', icon: IconBuilding },
  { name: 'team', to: '/team', icon: IconUsersGroup },
  { name: 'coaching', to: '/coaching', icon: IconMessages },
  { name: 'reviews', to: '/reviews', icon: IconClipboardCheck },
  { name: 'risks', to: '/risks', icon: IconShieldExclamation },
  { name: 'documents', to: '/documents', icon: IconFileText, isBelow: true },
  { name: 'settings', to: '/settings', icon: IconSettings, isBelow: true },
];
