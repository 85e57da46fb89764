import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../keyboard/shortcuts.tsx';

export type CurrentRowOptions = {
  count: number;
  scroller: RefObject<HTMLElement | null>;
  rowHeight: number;
  scrollTo(index: number): void;
  onOpen(index: number): void;
  onMark(index: number): void;
  canMark: boolean;
};

/** The row that the keys are on: J and K or arrows move it, Enter opens it. */
export function useCurrentRow({ count, scroller, rowHeight, ...table }: CurrentRowOptions) {
  const { t } = useTranslation('common');
  const [index, setIndex] = useState(0);
  const wantsFocus = useRef(false);
  const move = (to: number) => {
    const next = Math.max(0, Math.min(count - 1, to));
    wantsFocus.current = true;
    setIndex(next);
    table.scrollTo(next);
  };
  const open = (at: number) => {
    setIndex(at);
    table.onOpen(at);
  };
  // The row may be drawn a frame after the table has scrolled to it.
  useEffect(() => {
    if (!wantsFocus.current) return;
    const frame = requestAnimationFrame(() => {
      wantsFocus.current = false;
      scroller.current?.querySelector<HTMLElement>('[data-current=true]')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  });
  const page = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
  useShortcuts({
    title: t('table.keys'),
    shortcuts: [
      { keys: ['j', 'arrowdown'], label: t('table.next'), run: () => move(index + 1) },
      { keys: ['k', 'arrowup'], label: t('table.previous'), run: () => move(index - 1) },
      { keys: 'pagedown', label: t('table.pageDown'), run: () => move(index + page()) },
      { keys: 'pageup', label: t('table.pageUp'), run: () => move(index - page()) },
      { keys: 'home', label: t('table.first'), run: () => move(0) },
      { keys: 'end', label: t('table.last'), run: () => move(count - 1) },
      { keys: 'enter', label: t('table.openRow'), run: () => open(index) },
      ...(table.canMark
        ? [{ keys: 'x', label: t('table.markRow'), run: () => table.onMark(index) }]
        : []),
    ],
  });
  return { index: Math.min(index, count - 1), open };
}
