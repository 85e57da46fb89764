import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/api/client.ts';
import { Name } from '#renderer/components/text/name.tsx';
import classes from './palette.module.css';
import { matchCommands, orderItems, type PaletteItem } from './palette-item.ts';
import { useCommands } from './use-commands.ts';
import { useFoundRecords } from './use-found-records.ts';

export type PaletteProps = { onClose(): void; onShowKeys(): void };

/** One box for records and commands. The first line is always chosen, so Enter takes it. */
export function Palette({ onClose, onShowKeys }: PaletteProps) {
  const { t } = useTranslation('shell');
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const [isWaiting, setWaiting] = useState(false);
  const listId = useId();
  const commands = matchCommands(useCommands(onShowKeys), query);
  const found = useFoundRecords(query);
  const items = orderItems({ ...found, commands }, query);
  const at = Math.min(chosen, items.length - 1);

  const take = (item: PaletteItem | undefined) => {
    if (item === undefined) return;
    onClose();
    void client.search.rememberChoice({ text: query, target: item.target }).catch(() => undefined);
    item.run();
  };
  // Who types fast and presses Enter means the words as they stand, not the lines still shown.
  useEffect(() => {
    if (isWaiting && found.isCurrent) take(items[0]);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (event.key === 'Enter' && !found.isCurrent) setWaiting(true);
    else if (event.key === 'Enter') take(items[at]);
    else setChosen((at + (move ?? 0) + items.length) % Math.max(1, items.length));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      yOffset="12vh"
      size={620}
      padding={0}
      attributes={{ content: { 'aria-label': t('palette.title') } }}
    >
      <div className={classes['box']}>
        <IconSearch size={18} aria-hidden />
        <input
          className={classes['input']}
          role="combobox"
          aria-label={t('palette.title')}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={items.length > 0 ? `${listId}-${at}` : undefined}
          placeholder={t('palette.placeholder')}
          data-autofocus
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setChosen(0);
            setWaiting(false);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={listId} role="listbox" aria-label={t('palette.results')} className={classes['list']}>
        {items.map((item, index) => (
          <Line
            key={item.target}
            id={`${listId}-${index}`}
            item={item}
            isChosen={index === at}
            onTake={() => take(item)}
          />
        ))}
      </div>
      {items.length === 0 && <p className={classes['empty']}>{t('palette.empty')}</p>}
      {!found.isComplete && <p className={classes['empty']}>{t('palette.indexing')}</p>}
    </Modal>
  );
}

type LineProps = { id: string; item: PaletteItem; isChosen: boolean; onTake(): void };

function Line({ id, item, isChosen, onTake }: LineProps) {
  const { label, note, icon: Icon } = item;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the box keeps the focus and names the chosen line
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the box takes the chosen line
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={isChosen}
      className={classes['line']}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
      <span className={classes['label']}>
        <Name>{label}</Name>
      </span>
      {note !== undefined && <span className={classes['note']}>{note}</span>}
    </div>
  );
}
