import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type HostTexts, hostTexts, type Language } from '../backend/hosting/host-texts.ts';

type Role = NonNullable<MenuItemConstructorOptions['role']>;
type Label = keyof HostTexts['menu'];

const editing = [
  'cut',
  'copy',
  'paste',
  ['pasteAndMatchStyle', 'pastePlain'],
  'selectAll',
] as const;
const viewing = [
  'reload',
  ['resetZoom', 'actualSize'],
  'zoomIn',
  'zoomOut',
  ['togglefullscreen', 'fullScreen'],
] as const;
const application = ['about', 'hide', 'hideOthers', ['unhide', 'showAll'], 'quit'] as const;

/**
 * Sets the application menu. Undo is not in it: the app has one undo for everything and its page
 * owns the keys, which a menu would take on macOS.
 */
export function setMenu(language: Language, openDataFolder: () => Promise<void>): void {
  const texts = hostTexts[language].menu;
  const items = (roles: readonly ((Role & Label) | readonly [Role, Label])[]) =>
    roles.map((entry): MenuItemConstructorOptions => {
      const [role, label] = typeof entry === 'string' ? [entry, entry] : entry;
      return { role, label: texts[label] };
    });
  const isMac = process.platform === 'darwin';
  const openFolder = { label: texts.openDataFolder, click: () => void openDataFolder() };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ label: 'Bellwether', submenu: items(application) }] : []),
      { label: texts.file, submenu: [openFolder, ...items(isMac ? ['close'] : ['close', 'quit'])] },
      { label: texts.edit, submenu: items(editing) },
      { label: texts.view, submenu: items(viewing) },
      { label: texts.window, submenu: items(['minimize']) },
    ]),
  );
}
