import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { redo, undo } from '#renderer/api/undo.ts';
import type { Shortcut } from '#renderer/components/keyboard/shortcut.ts';
import {
  type ShortcutGroup,
  useShortcutList,
  useShortcuts,
} from '#renderer/components/keyboard/shortcuts.tsx';
import { usePresentation } from '#renderer/components/privacy/presentation.tsx';
import { KeysOverlay } from './keys-overlay.tsx';

/** The keys that work on every page, and the overlay that lists all keys of the present one. */
export function AppShortcuts() {
  const { t } = useTranslation('shell');
  const { toggle } = usePresentation();
  const list = useShortcutList();
  const [shown, setShown] = useState<ShortcutGroup[]>();
  const shortcuts: Shortcut[] = [
    { keys: '?', label: t('keys.overlay'), run: () => setShown(list()) },
    { keys: 'mod+z', label: t('undo'), run: undo },
    { keys: ['mod+shift+z', 'mod+y'], label: t('redo'), run: redo },
    { keys: 'mod+shift+h', label: t('keys.presentation'), run: toggle, isGlobal: true },
  ];
  useShortcuts({ title: t('keys.everywhere'), shortcuts });
  if (shown === undefined) return null;
  return <KeysOverlay groups={shown} onClose={() => setShown(undefined)} />;
}
