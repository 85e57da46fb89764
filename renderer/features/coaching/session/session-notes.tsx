import { Button } from '@mantine/core';
import { IconCopy, IconSparkles } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { settleDrafts } from '#renderer/api/autosave/drafts.ts';
import { useLiveText } from '#renderer/api/autosave/use-autosave.ts';
import { api } from '#renderer/api/client.ts';
import { showNotice } from '#renderer/api/toasts.tsx';
import { Private } from '#renderer/components/privacy/private.tsx';
import { LongText } from '#renderer/components/text/long-text.tsx';
import classes from './session.module.css';
import { useSession } from './session-context.ts';
import { useSummaryDraft } from './use-summary-draft.ts';

/** The summary for both, drafted from what was ticked, and the manager's own note. */
export function SessionNotes() {
  const { t } = useTranslation('coaching');
  const { page, sessionId } = useSession();
  const { isLocked, sharedSummary, privateNote } = page;
  const field = { table: 'coaching_session', id: sessionId, isLocked } as const;
  return (
    <section id="session-notes" className={classes['section']} aria-label={t('notes.title')}>
      <h2 className={classes['title']}>{t('notes.title')}</h2>
      <p className={classes['hint']}>{t('notes.hint')}</p>
      <div className={classes['notes']}>
        <div>
          <LongText
            {...field}
            field="shared_summary"
            label={t('notes.shared')}
            saved={sharedSummary}
            visibility="shared"
            lines={4}
          />
          <SummaryTools />
        </div>
        <Private>
          <LongText
            {...field}
            field="private_note"
            label={t('notes.private')}
            saved={privateNote}
            visibility="private"
            lines={3}
          />
        </Private>
      </div>
    </section>
  );
}

function SummaryTools() {
  const { t } = useTranslation('coaching');
  const { page, sessionId } = useSession();
  const proposal = useSummaryDraft();
  const field = { table: 'coaching_session', id: sessionId, field: 'shared_summary' };
  const { draft, isEmpty } = useLiveText(field, page.sharedSummary);
  const replace = useMutation(api.texts.replaceText.mutationOptions());
  const write = async () => {
    await settleDrafts();
    // The page may be behind what was typed; a summary is never written over.
    if (draft.text === '') replace.mutate({ ...field, text: proposal });
  };
  const copy = async () => {
    await navigator.clipboard.writeText(draft.text);
    showNotice(t('notes.copied'));
  };
  return (
    <div className={classes['tools']}>
      {isEmpty && !page.isLocked && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconSparkles size={15} aria-hidden />}
          disabled={proposal === ''}
          onClick={write}
        >
          {t('notes.draft')}
        </Button>
      )}
      {!isEmpty && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconCopy size={15} aria-hidden />}
          onClick={copy}
        >
          {t('notes.copy')}
        </Button>
      )}
    </div>
  );
}
