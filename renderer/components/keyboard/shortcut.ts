/**
 * A key as it is written down: `mod+shift+h`, `n`, `enter`, `?`. `mod` is ⌘ on a Mac and Ctrl
 * elsewhere.
 */
export type Keys = string;

export type Shortcut = {
  /** The first is the one the overlay shows. */
  keys: Keys | readonly [Keys, ...Keys[]];
  /** What it does, in the overlay. */
  label: string;
  run(): void;
  /** Works in text fields and over dialogs too; only for keys with `mod`. */
  isGlobal?: boolean;
};

const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.userAgent);

export function matches(event: KeyboardEvent, { keys }: Pick<Shortcut, 'keys'>): boolean {
  return [keys].flat().some((one) => matchesOne(event, one));
}

function matchesOne(event: KeyboardEvent, keys: Keys): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const isMod = isMac ? event.metaKey : event.ctrlKey;
  const isOther = isMac ? event.ctrlKey : event.metaKey;
  if (isMod !== parts.includes('mod') || isOther || event.altKey !== parts.includes('alt')) {
    return false;
  }
  // The shift of '?' belongs to the character on some keyboards and not on others.
  if (key.length === 1 && !/[a-z0-9]/.test(key)) return event.key === key;
  if (event.shiftKey !== parts.includes('shift')) return false;
  return event.key.toLowerCase() === key || event.code === codeOf(key);
}

/** The place of a Latin letter on the keyboard, for layouts and input methods that hide it. */
function codeOf(key: string): string {
  return /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : '';
}

const caps: Readonly<Record<string, string>> = {
  mod: isMac ? '⌘' : 'Ctrl',
  shift: isMac ? '⇧' : 'Shift',
  alt: isMac ? '⌥' : 'Alt',
  enter: 'Enter',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
};

/** The caps to draw: `mod+shift+h` → Ctrl, Shift, H. */
export function keyCaps({ keys }: Pick<Shortcut, 'keys'>): string[] {
  const first = [keys].flat()[0] ?? '';
  return first.split('+').map((part) => caps[part] ?? part.toUpperCase());
}

const textFields = 'textarea, select, input:not([type=checkbox], [type=radio], [type=button])';
const pressed =
  'button, a[href], summary, [role=button], [role=menuitem], [role=option], [role=tab]';

/** True where the key belongs to what has the focus: letters to a text, Enter to a button. */
export function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches(textFields)) return true;
  return (key === 'Enter' || key === ' ') && target.matches(pressed);
}
