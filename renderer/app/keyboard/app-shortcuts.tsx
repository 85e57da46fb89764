import { useTranslation } from 'react-i18next';
import { redo, undo } from '#renderer/api/undo.ts';
import type { Shortcut } from '#renderer/components/keyboard/shortcut.ts';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';
import { usePresentation } from '#renderer/components/privacy/presentation.tsx';
import { useFrame } from '../frame-state.tsx';
import { Palette } from '../palette/palette.tsx';
import { KeysOverlay } from './keys-overlay.tsx';

/** The keys that work on every page, and what they open over it. */
export function AppShortcuts() {
  const { t } = useTranslation('shell');
  const { toggle } = usePresentation();
  const { overlay, show } = useFrame();
  const shortcuts: Shortcut[] = [
    { keys: 'mod+k', label: t('keys.palette'), run: () => show('palette'), isGlobal: true },
    { keys: '?', label: t('keys.overlay'), run: () => show('keys') },
    { keys: 'mod+z', label: t('undo'), run: undo },
    { keys: ['mod+shift+z', 'mod+y'], label: t('redo'), run: redo },
    { keys: 'mod+shift+h', label: t('keys.presentation'), run: toggle, isGlobal: true },
  ];
  useShortcuts({ title: t('keys.everywhere'), shortcuts });
  if (overlay === 'palette') {
    return <Palette onClose={() => show('none')} onShowKeys={() => show('keys')} />;
  }
  if (overlay === 'keys') return <KeysOverlay onClose={() => show('none')} />;
  return null;
}
