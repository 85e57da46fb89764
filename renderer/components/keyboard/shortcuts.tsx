import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react';
import { isTaken, matches, type Shortcut } from './shortcut.ts';

export type ShortcutGroup = {
  title: string;
  shortcuts: readonly Shortcut[];
  /** The keys belong to a dialog and work while it covers the page. */
  isInDialog?: boolean;
};

type Registry = {
  add(group: { current: ShortcutGroup }): () => void;
  /** What works now, newest first. */
  list(): ShortcutGroup[];
};

const RegistryContext = createContext<Registry | null>(null);

/** Listens once for all keys; what was registered last wins. */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(createRegistry);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => runMatching(event, registry.list());
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [registry]);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

/** Registers keys for as long as the component is on the screen, under a title in the overlay. */
export function useShortcuts(group: ShortcutGroup): void {
  const registry = use(RegistryContext);
  const latest = useRef(group);
  useEffect(() => {
    latest.current = group;
  });
  useEffect(() => registry?.add(latest), [registry]);
}

/** Reads what works now, for the overlay. */
export function useShortcutList(): () => ShortcutGroup[] {
  const registry = use(RegistryContext);
  return () => registry?.list() ?? [];
}

function createRegistry(): Registry {
  const groups: { current: ShortcutGroup }[] = [];
  return {
    add(group) {
      groups.unshift(group);
      return () => {
        groups.splice(groups.indexOf(group), 1);
      };
    },
    list: () => groups.map((group) => group.current),
  };
}

function runMatching(event: KeyboardEvent, groups: readonly ShortcutGroup[]): void {
  // An input method that composes owns every key.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
  const found = candidates(event, groups).find((shortcut) => matches(event, shortcut));
  if (found === undefined) return;
  event.preventDefault();
  found.run();
}

function candidates(event: KeyboardEvent, groups: readonly ShortcutGroup[]): Shortcut[] {
  const isCovered = document.querySelector('[aria-modal="true"]') !== null;
  const taken = isTaken(event);
  return groups.flatMap(({ shortcuts, isInDialog }) =>
    shortcuts.filter(
      ({ isGlobal }) => isGlobal === true || (!taken && (!isCovered || isInDialog === true)),
    ),
  );
}
