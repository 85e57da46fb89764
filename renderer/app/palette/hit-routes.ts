import {
  IconActivity,
  IconAlertTriangle,
  IconBuilding,
  IconChecklist,
  IconMessages,
  IconTargetArrow,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react';
import type { NavigateOptions } from '@tanstack/react-router';
import type { SearchKind } from '#shared/contract/search.ts';

/** The page of a record. A feature adds its kinds here when it has their pages. */
export const hitRoutes: Partial<Record<SearchKind, (id: string) => NavigateOptions>> = {
  account: (id) => ({ to: '/accounts', search: { account: id } }),
  person: (id) => ({ to: '/team/$personId', params: { personId: id }, search: {} }),
  session: (id) => ({ to: '/coaching/sessions/$sessionId', params: { sessionId: id } }),
  deal: (id) => ({ to: '/deals', search: { deal: id } }),
  risk: (id) => ({ to: '/risks', search: { risk: id } }),
};

export const hitIcons: Readonly<Record<SearchKind, TablerIcon>> = {
  deal: IconTargetArrow,
  person: IconUser,
  account: IconBuilding,
  risk: IconAlertTriangle,
  session: IconMessages,
  commitment: IconChecklist,
  activity: IconActivity,
};
