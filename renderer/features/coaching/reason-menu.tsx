import { ActionIcon, Menu, TextInput } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export type ReasonMenuProps = {
  label: string;
  title: string;
  /** Reasons that are often meant. */
  presets: readonly string[];
  icon: TablerIcon;
  onChoose(reason: string): void;
};

/** Asks why, with the usual answers one key away and room for another. */
export function ReasonMenu({ label, title, presets, icon: Icon, onChoose }: ReasonMenuProps) {
  const { t } = useTranslation('coaching');
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const choose = (reason: string) => {
    setOpen(false);
    setText('');
    onChoose(reason);
  };
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={label} title={label}>
          <Icon size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{title}</Menu.Label>
        {presets.map((preset) => (
          <Menu.Item key={preset} onClick={() => choose(preset)}>
            {preset}
          </Menu.Item>
        ))}
        <TextInput
          m="xs"
          size="xs"
          aria-label={title}
          placeholder={t('otherReason')}
          value={text}
          maxLength={300}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
            if (text.trim() !== '') choose(text.trim());
          }}
        />
      </Menu.Dropdown>
    </Menu>
  );
}
