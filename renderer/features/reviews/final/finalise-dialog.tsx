import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settleDrafts } from '#renderer/api/autosave/drafts.ts';
import { api } from '#renderer/api/client.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { type DocumentLanguage, documentLanguage } from '#shared/contract/documents.ts';
import type { Review } from '#shared/contract/reviews.ts';
import { ProblemList } from '../review-footer.tsx';

export type FinaliseDialogProps = {
  review: Review;
  isOpen: boolean;
  onClose(): void;
  onGo(key: string): void;
};

/** Lists what is missing, or asks once more and says what being final means. */
export function FinaliseDialog({ review, isOpen, onClose, onGo }: FinaliseDialogProps) {
  const { t } = useTranslation(['reviews', 'common']);
  const hasProblems = review.problems.length > 0;
  return (
    <Modal
      opened={isOpen && review.isEditable}
      onClose={onClose}
      title={t(hasProblems ? 'finalise.missing' : 'finalise.title')}
      size="lg"
    >
      {hasProblems ? (
        <ProblemList review={review} onGo={onGo} />
      ) : (
        <FinaliseForm review={review} onClose={onClose} />
      )}
    </Modal>
  );
}

function FinaliseForm({ review, onClose }: { review: Review; onClose(): void }) {
  const { t } = useTranslation(['reviews', 'common']);
  const settings = useSettings();
  const [language, setLanguage] = useState<DocumentLanguage>(settings.language);
  const [hideCustomers, setHideCustomers] = useState(false);
  const finalise = useMutation({
    ...api.reviews.finaliseReview.mutationOptions(),
    // What was typed a moment ago belongs to what becomes final.
    onMutate: settleDrafts,
    onSuccess: ({ state }) => {
      if (state === 'final') onClose();
    },
  });
  return (
    <Stack gap="md">
      <Text lh={1.7}>{t('finalise.body')}</Text>
      <DocumentLanguageControl value={language} onChange={setLanguage} />
      <Checkbox
        label={t('finalise.hideCustomers')}
        checked={hideCustomers}
        onChange={({ currentTarget }) => setHideCustomers(currentTarget.checked)}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button
          data-autofocus
          loading={finalise.isPending}
          onClick={() => finalise.mutate({ reviewId: review.id, language, hideCustomers })}
        >
          {t('finalise.submit')}
        </Button>
      </Group>
    </Stack>
  );
}

export type DocumentLanguageControlProps = {
  value: DocumentLanguage;
  onChange(language: DocumentLanguage): void;
};

export function DocumentLanguageControl({ value, onChange }: DocumentLanguageControlProps) {
  const { t } = useTranslation('documents');
  return (
    <SegmentedControl
      aria-label={t('language.label')}
      value={value}
      data={documentLanguage.options.map((option) => ({
        value: option,
        label: t(`language.${option}`),
      }))}
      onChange={(chosen) => onChange(documentLanguage.parse(chosen))}
    />
  );
}
