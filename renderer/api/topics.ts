import type { Topic } from '#shared/contract/events.ts';

/**
 * Which changes a feature's answers depend on. A feature that is not listed refetches after every
 * change: right by default, listed only where that costs too much.
 */
const dependsOn: Readonly<Record<string, readonly Topic[]>> = {
  backups: ['backups'],
  settings: ['settings'],
  // Boards and tables of thousands: what is typed elsewhere does not touch them.
  deals: ['deals', 'activities', 'accounts', 'people', 'settings', 'imports', 'workspace'],
};

/** @param queryKey oRPC's: `[[slug, procedure], options]` */
export function isAffected(queryKey: readonly unknown[], topics: ReadonlySet<Topic>): boolean {
  const [path] = queryKey;
  const slug = Array.isArray(path) ? String(path[0]) : '';
  const needed = dependsOn[slug];
  return needed === undefined || needed.some((topic) => topics.has(topic));
}
