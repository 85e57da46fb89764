import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';
import { useDealFilter } from '../use-deal-search.ts';

/** Long enough that a name is not asked for letter by letter. */
const pauseMs = 200;

/**
 * The text of the filter. What is typed stays here until there is a pause, and an input method
 * that composes is left alone.
 */
export function TextFilter() {
  const { t } = useTranslation('deals');
  const [filter, change] = useDealFilter();
  const [typed, setTyped] = useState<string | null>(null);
  const [isComposing, setComposing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(change);
  useEffect(() => {
    latest.current = change;
  });
  useEffect(() => {
    if (typed === null || isComposing) return;
    const timer = setTimeout(() => {
      latest.current({ text: typed });
      setTyped(null);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, isComposing]);
  useShortcuts({
    title: t('title'),
    shortcuts: [{ keys: '/', label: t('filter.text'), run: () => input.current?.focus() }],
  });
  const text = typed ?? filter.text ?? '';
  return (
    <TextInput
      ref={input}
      size="xs"
      w={230}
      aria-label={t('filter.text')}
      placeholder={t('filter.text')}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        text === '' ? undefined : (
          <CloseButton
            size="xs"
            aria-label={t('filter.clearText')}
            onClick={() => change({ text: undefined })}
          />
        )
      }
      value={text}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  );
}
