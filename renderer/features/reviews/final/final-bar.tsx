import { Button, Menu } from '@mantine/core';
import { IconDownload, IconFilePlus, IconInfoCircle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { downloadDocument } from '#renderer/api/downloads.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { isForManagerOnly } from '#renderer/components/privacy/manager-document.ts';
import { usePresentation } from '#renderer/components/privacy/presentation.tsx';
import { Private } from '#renderer/components/privacy/private.tsx';
import { documentCopy, documentLanguage } from '#shared/contract/documents.ts';
import type { Review } from '#shared/contract/reviews.ts';
import classes from '../reviews.module.css';
import { useReviewWords } from '../use-review-words.ts';
import { AmendDialog } from './amend-dialog.tsx';
import { RevisionChanges } from './revision-changes.tsx';

/** Of a final review: when, its documents, what the data say since, and the way to amend it. */
export function FinalBar({ review }: { review: Review }) {
  const { t } = useTranslation(['reviews', 'documents']);
  const format = useFormat();
  const navigate = useNavigate();
  const [isAmending, setAmending] = useState(false);
  const { finalizedAt, amendedById } = review;
  return (
    <div className={classes['finalBar']} role="status">
      <span>{finalizedAt !== null && t('final.since', { at: format.dateTime(finalizedAt) })}</span>
      <SavedDocuments review={review} />
      <PrintMenu review={review} />
      {amendedById === null ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setAmending(true)}>
          {t('amend.open')}
        </Button>
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() =>
            void navigate({ to: '/reviews/$reviewId', params: { reviewId: amendedById } })
          }
        >
          {t('amend.openNewer')}
        </Button>
      )}
      <Private isSilent>
        <LateData review={review} />
        {review.amendsReviewId !== null && <RevisionChanges review={review} />}
      </Private>
      <AmendDialog review={review} isOpen={isAmending} onClose={() => setAmending(false)} />
    </div>
  );
}

function SavedDocuments({ review }: { review: Review }) {
  const { t } = useTranslation(['reviews', 'documents']);
  const { data = [] } = useQuery(
    api.documents.listDocuments.queryOptions({ input: { subjectId: review.id } }),
  );
  const save = useMutation({ mutationFn: downloadDocument });
  const { isPresenting } = usePresentation();
  const isInOneLanguage = new Set(data.map(({ language }) => language)).size === 1;
  // In the order in which they were made: employee, HR, manager.
  const shown = data.filter((document) => !isPresenting || !isForManagerOnly(document));
  return shown.toReversed().map((document) => (
    <Button
      key={document.id}
      variant="default"
      size="compact-sm"
      leftSection={<IconDownload size={14} aria-hidden />}
      title={document.name}
      onClick={() => save.mutate(document)}
    >
      {[
        document.copy === null ? document.name : t(`documents:copy.${document.copy}`),
        isInOneLanguage ? '' : t(`documents:language.${document.language}`),
      ]
        .filter((part) => part !== '')
        .join(' · ')}
    </Button>
  ));
}

function PrintMenu({ review }: { review: Review }) {
  const { t } = useTranslation(['reviews', 'documents']);
  const [hideCustomers, setHideCustomers] = useState(false);
  const print = useMutation(api.reviews.printReview.mutationOptions());
  const { isPresenting } = usePresentation();
  const copies = documentCopy.options.filter((copy) => !isPresenting || copy !== 'manager');
  const choices = documentLanguage.options.flatMap((language) =>
    copies.map((copy) => ({ copy, language })),
  );
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          loading={print.isPending}
          leftSection={<IconFilePlus size={14} aria-hidden />}
        >
          {t('final.print')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.CheckboxItem checked={hideCustomers} onChange={setHideCustomers}>
          {t('finalise.hideCustomers')}
        </Menu.CheckboxItem>
        {choices.map(({ copy, language }) => (
          <Menu.Item
            key={`${copy} ${language}`}
            onClick={() => print.mutate({ reviewId: review.id, copy, language, hideCustomers })}
          >
            {t(`documents:copy.${copy}`)} · {t(`documents:language.${language}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Data that came late are said; the review stays as it is. */
function LateData({ review }: { review: Review }) {
  const { t } = useTranslation(['reviews', 'documents']);
  const format = useFormat();
  const words = useReviewWords();
  if (review.lateItems.length === 0) return null;
  const items = review.template.sections.flatMap((section) => section.items);
  return (
    <span className={classes['late']}>
      <IconInfoCircle size={15} aria-hidden />
      {t('final.late', {
        list: format.list(
          review.lateItems.map(({ ref, actual }) => {
            const item = items.find((other) => other.ref === ref);
            return item ? `${words.itemName(item)} ${words.kpi(actual, item.unit)}` : ref;
          }),
        ),
      })}
    </span>
  );
}
