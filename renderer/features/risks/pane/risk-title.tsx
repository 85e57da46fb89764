import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RiskDetail } from '#shared/contract/risks.ts';
import { useChangeRisk } from './use-change-risk.ts';

/** The title, edited in place: saved on Enter and on leaving, taken back by Escape. */
export function RiskTitle({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation('risks');
  const change = useChangeRisk(risk);
  const [title, setTitle] = useState(risk.title);
  const save = () => {
    if (title.trim() === '') setTitle(risk.title);
    else if (title !== risk.title) change({ title });
  };
  return (
    <TextInput
      variant="unstyled"
      aria-label={t('field.title')}
      value={title}
      onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') {
          setTitle(risk.title);
          event.stopPropagation();
        }
      }}
      styles={{ input: { fontSize: 18, fontWeight: 600 } }}
    />
  );
}
