import { SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fromBase64 } from '#renderer/api/bytes.ts';
import { api } from '#renderer/api/client.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { PdfPreview } from '#renderer/components/pdf/pdf-preview.tsx';
import { Private } from '#renderer/components/privacy/private.tsx';
import {
  type DocumentCopy,
  type DocumentLanguage,
  documentCopy,
} from '#shared/contract/documents.ts';
import type { Review } from '#shared/contract/reviews.ts';
import { DocumentLanguageControl } from './final/finalise-dialog.tsx';
import classes from './reviews.module.css';

/** Printing for the preview waits until typing pauses. */
const previewAfterMs = 900;

type Choice = { copy: DocumentCopy; language: DocumentLanguage };

/** The paper as it would be printed now: the real PDF, not a likeness of it. */
export function ReviewPreview({ review }: { review: Review }) {
  const { t } = useTranslation(['reviews', 'documents']);
  const settings = useSettings();
  const [copy, setCopy] = useState<DocumentCopy>('rep');
  const [language, setLanguage] = useState<DocumentLanguage>(settings.language);
  const paper = <Paper review={review} choice={{ copy, language }} />;
  return (
    <aside className={classes['preview']} aria-label={t('preview.title')}>
      <div className={classes['previewChoice']}>
        <SegmentedControl
          aria-label={t('preview.copy')}
          value={copy}
          data={documentCopy.options.map((option) => ({
            value: option,
            label: t(`documents:copy.${option}`),
          }))}
          onChange={(chosen) => setCopy(documentCopy.parse(chosen))}
        />
        <DocumentLanguageControl value={language} onChange={setLanguage} />
      </div>
      {copy === 'manager' ? <Private>{paper}</Private> : paper}
    </aside>
  );
}

function Paper({ review, choice }: { review: Review; choice: Choice }) {
  const { t } = useTranslation('reviews');
  return <PdfPreview label={t('preview.title')} content={usePreview(review, choice)} />;
}

function usePreview(review: Review, choice: Choice): Blob | null {
  const { id: reviewId } = review;
  // The review itself is part of the key: every change of it asks for another print.
  const [version] = useDebouncedValue(review, previewAfterMs);
  const { data } = useQuery({
    ...api.reviews.previewReview.queryOptions({ input: { reviewId, ...choice } }),
    queryKey: ['review-preview', reviewId, choice, version],
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return useMemo(
    () =>
      data === undefined ? null : new Blob([fromBase64(data.base64)], { type: 'application/pdf' }),
    [data],
  );
}
