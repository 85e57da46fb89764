import type { MessageCatalogues } from './index.ts';

declare module 'i18next' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be augmented
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: MessageCatalogues;
    returnNull: false;
  }
}
