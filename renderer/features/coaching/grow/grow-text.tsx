import { useTranslation } from 'react-i18next';
import { LongText } from '#renderer/components/text/long-text.tsx';
import type { GrowText as Field } from '#shared/contract/coaching-grow.ts';
import { useSession } from '../session/session-context.ts';

/** A text of the GROW record, saved while it is typed. */
export function GrowText({ field, lines = 1 }: { field: Field; lines?: number }) {
  const { t } = useTranslation('coaching');
  const { page, sessionId } = useSession();
  return (
    <LongText
      table="grow_record"
      id={sessionId}
      field={field}
      label={t(`grow.${field}`)}
      saved={page.grow.texts[field]}
      isLocked={page.isLocked}
      lines={lines}
    />
  );
}
