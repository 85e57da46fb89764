import { ActionIcon } from '@mantine/core';
import { IconPin, IconPinFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './brief-pane.module.css';
import { usePinning } from './pinning.ts';

export type BriefLineProps = {
  /** `<rule>:<record>`. */
  line: string;
  /** The line in plain words, as a talking point says it. */
  text: string;
  children: ReactNode;
};

/** One fact; P or the pin makes it a talking point. */
export function BriefLine({ line, text, children }: BriefLineProps) {
  return (
    <li className={classes['line']}>
      <div className={classes['fact']}>{children}</div>
      <PinButton line={line} text={text} />
    </li>
  );
}

export function PinButton({ line, text }: Omit<BriefLineProps, 'children'>) {
  const { t } = useTranslation(['facts', 'coaching']);
  const pinning = usePinning();
  if (pinning === null) return null;
  const isPinned = pinning.lines.has(line);
  const Icon = isPinned ? IconPinFilled : IconPin;
  return (
    <ActionIcon
      className={classes['pin'] ?? ''}
      size="sm"
      variant="subtle"
      color={isPinned ? 'teal' : 'gray'}
      data-pinned={isPinned}
      aria-pressed={isPinned}
      aria-label={t('brief.pin', { text })}
      title={t('brief.pinTitle')}
      disabled={isPinned}
      onClick={() => pinning.pin(line, text)}
    >
      <Icon size={15} aria-hidden />
    </ActionIcon>
  );
}
