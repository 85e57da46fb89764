import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';

/**
 * J and K walk all lines, Enter opens the one in hand, E does the one obvious thing. A line that
 * goes when its thing is done hands the focus to the one that takes its place.
 *
 * @param data what the lines show; they change with it
 */
export function useLineKeys(root: RefObject<HTMLElement | null>, data: unknown): void {
  const { t } = useTranslation('today');
  const acted = useRef(-1);
  const lines = () => [...(root.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
  const current = () => lines().findIndex((line) => line.contains(document.activeElement));
  const focus = (line: HTMLElement | undefined) =>
    line?.querySelector<HTMLElement>('a, button')?.focus();
  const walk = (by: number) => () => {
    const all = lines();
    const at = current();
    focus(all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]);
  };
  const act = () => {
    lines()[current()]?.querySelector<HTMLElement>('[data-act]')?.click();
  };
  useEffect(() => {
    const element = root.current;
    const keep = ({ target }: MouseEvent) => {
      const line =
        target instanceof Element && target.closest('[data-act]')?.closest('[data-line]');
      const all = [...(element?.querySelectorAll('[data-line]') ?? [])];
      if (line) acted.current = all.indexOf(line);
    };
    element?.addEventListener('click', keep);
    return () => element?.removeEventListener('click', keep);
  }, [root]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the lines have changed
  useEffect(() => {
    if (acted.current < 0 || document.activeElement !== document.body) return;
    const all = lines();
    focus(all[Math.min(acted.current, all.length - 1)]);
    acted.current = -1;
  }, [data]);
  useShortcuts({
    title: t('keys.title'),
    shortcuts: [
      { keys: 'j', label: t('keys.next'), run: walk(1) },
      { keys: 'k', label: t('keys.previous'), run: walk(-1) },
      { keys: 'e', label: t('keys.act'), run: act },
    ],
  });
}
