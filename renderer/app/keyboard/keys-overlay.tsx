import { Kbd, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { keyCaps, type Shortcut } from '#renderer/components/keyboard/shortcut.ts';
import { type ShortcutGroup, useShortcutList } from '#renderer/components/keyboard/shortcuts.tsx';
import classes from './keys-overlay.module.css';

/** The keys of this screen: what the page registered, then what works everywhere. */
export function KeysOverlay({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['shell', 'common']);
  const groups = useShortcutList()();
  return (
    <Modal opened onClose={onClose} title={t('keys.title')} size="lg">
      <div className={classes['groups']}>
        {groups.map((group) => (
          <Group key={group.title} {...group} />
        ))}
      </div>
    </Modal>
  );
}

function Group({ title, shortcuts }: ShortcutGroup) {
  return (
    <section>
      <h3 className={classes['title']}>{title}</h3>
      <dl className={classes['list']}>
        {shortcuts.map((shortcut) => (
          <Row key={shortcut.label} {...shortcut} />
        ))}
      </dl>
    </section>
  );
}

function Row({ label, keys }: Shortcut) {
  return (
    <div className={classes['row']}>
      <dt>{label}</dt>
      <dd className={classes['keys']}>
        {keyCaps({ keys }).map((cap) => (
          <Kbd key={cap}>{cap}</Kbd>
        ))}
      </dd>
    </div>
  );
}
