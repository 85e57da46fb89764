import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';

/** J and K walk all lines, Enter opens the one in hand, E does the one obvious thing. */
export function useLineKeys(root: RefObject<HTMLElement | null>): void {
  const { t } = useTranslation('today');
  const lines = () => [...(root.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
  const current = () => lines().findIndex((line) => line.contains(document.activeElement));
  const walk = (by: number) => () => {
    const all = lines();
    const at = current();
    const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
    next?.querySelector<HTMLElement>('a, button')?.focus();
  };
  const act = () => {
    lines()[current()]?.querySelector<HTMLElement>('[data-act]')?.click();
  };
  useShortcuts({
    title: t('keys.title'),
    shortcuts: [
      { keys: 'j', label: t('keys.next'), run: walk(1) },
      { keys: 'k', label: t('keys.previous'), run: walk(-1) },
      { keys: 'e', label: t('keys.act'), run: act },
    ],
  });
}
