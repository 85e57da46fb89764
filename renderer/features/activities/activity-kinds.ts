import {
  IconBrandWechat,
  IconCheckbox,
  IconMail,
  IconMapPin,
  IconNote,
  IconPhone,
  IconPresentation,
  IconUsers,
  IconVideo,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ActivityKind } from '#shared/contract/activities.ts';

/** In the order in which they are offered. */
export const kindIcons: Readonly<Record<ActivityKind, TablerIcon>> = {
  call: IconPhone,
  wechat: IconBrandWechat,
  email: IconMail,
  visit: IconMapPin,
  meeting: IconUsers,
  video: IconVideo,
  demo: IconPresentation,
  task: IconCheckbox,
  note: IconNote,
};

export const kinds = Object.keys(kindIcons) as ActivityKind[]; // keys of a literal object
