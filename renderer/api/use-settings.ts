import { useSuspenseQuery } from '@tanstack/react-query';
import type { AppSettings } from '#shared/contract/settings.ts';
import { api } from './client.ts';

/** The settings; they are there before any page is. */
export function useSettings(): AppSettings {
  return useSuspenseQuery(api.settings.getSettings.queryOptions()).data;
}
