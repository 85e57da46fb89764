import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconFileImport,
  IconKeyboard,
  IconLanguage,
  IconMoon,
  IconPresentation,
  IconSun,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { redo, undo } from '#renderer/api/undo.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { usePresentation } from '#renderer/components/privacy/presentation.tsx';
import { places } from '../places.ts';
import type { PaletteItem } from './palette-item.ts';

/** Everything that can be done from anywhere: the places, and what the app itself offers. */
export function useCommands(showKeys: () => void): PaletteItem[] {
  return [...usePlaceCommands(), ...useAppCommands(showKeys)];
}

function usePlaceCommands(): PaletteItem[] {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  return places.map(({ name, to, icon }) => ({
    target: `command:places.${name}`,
    group: 'command',
    label: t(`places.${name}`),
    note: t('palette.goTo'),
    icon,
    keywords: t(`keywords.${name}`),
    run: () => navigate({ to }),
  }));
}

function useAppCommands(showKeys: () => void): PaletteItem[] {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const { language, theme } = useSettings();
  const { isPresenting, toggle } = usePresentation();
  const save = useMutation(api.settings.saveSettings.mutationOptions());
  const isDark = theme === 'dark';
  const command = (name: AppCommand, item: Pick<PaletteItem, 'icon' | 'run'>): PaletteItem => ({
    target: `command:${name}`,
    group: 'command',
    label: t(`commands.${name}`),
    keywords: t(`keywords.${name}`),
    ...item,
  });
  return [
    command('imports', { icon: IconFileImport, run: () => navigate({ to: '/imports' }) }),
    command('undo', { icon: IconArrowBackUp, run: undo }),
    command('redo', { icon: IconArrowForwardUp, run: redo }),
    command(isPresenting ? 'endPresentation' : 'startPresentation', {
      icon: IconPresentation,
      run: toggle,
    }),
    command(isDark ? 'lightTheme' : 'darkTheme', {
      icon: isDark ? IconSun : IconMoon,
      run: () => save.mutate({ theme: isDark ? 'light' : 'dark' }),
    }),
    command('switchLanguage', {
      icon: IconLanguage,
      run: () => save.mutate({ language: language === 'en' ? 'zh-CN' : 'en' }),
    }),
    command('keys', { icon: IconKeyboard, run: showKeys }),
  ];
}

type AppCommand =
  | 'imports'
  | 'undo'
  | 'redo'
  | 'startPresentation'
  | 'endPresentation'
  | 'lightTheme'
  | 'darkTheme'
  | 'switchLanguage'
  | 'keys';
