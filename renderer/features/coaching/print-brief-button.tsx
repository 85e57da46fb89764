import { Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { downloadDocument } from '#renderer/api/downloads.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { Private } from '#renderer/components/privacy/private.tsx';

export type PrintBriefButtonProps = {
  personId: string;
  /** The brief frozen with this session; the one of now without. */
  sessionId: string | null;
};

/** The brief on one page of paper, without anything private; for the manager's own eyes. */
export function PrintBriefButton({ personId, sessionId }: PrintBriefButtonProps) {
  const { t } = useTranslation(['coaching', 'facts']);
  const { language } = useSettings();
  const print = useMutation(
    api.coaching.printBrief.mutationOptions({ onSuccess: downloadDocument }),
  );
  return (
    <Private isSilent>
      <Button
        variant="default"
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
        loading={print.isPending}
        onClick={() => print.mutate({ personId, sessionId, language })}
      >
        {t('facts:brief.print')}
      </Button>
    </Private>
  );
}
