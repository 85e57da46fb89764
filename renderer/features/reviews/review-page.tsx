import { Button, Group } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { CurrencyContext } from '#renderer/api/use-format.ts';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { usePresentation } from '#renderer/components/privacy/presentation.tsx';
import { Private } from '#renderer/components/privacy/private.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { Review } from '#shared/contract/reviews.ts';
import { EvidencePanel } from './evidence/evidence-panel.tsx';
import { FinalBar } from './final/final-bar.tsx';
import { EntryPanel } from './form/entry-panel.tsx';
import { entriesOf, type ReviewEntry } from './review-entries.ts';
import { ReviewFooter } from './review-footer.tsx';
import { ReviewOutline } from './review-outline.tsx';
import { ReviewPreview } from './review-preview.tsx';
import classes from './reviews.module.css';
import { StatusBadge } from './status-badge.tsx';

const route = getRouteApi('/reviews/$reviewId');

/** One review: outline, the entry being filled in, and the evidence for it. */
export function ReviewPage() {
  const { t } = useTranslation('reviews');
  const { reviewId } = route.useParams();
  const { at, preview = false } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: review } = useSuspenseQuery(
    api.reviews.getReview.queryOptions({ input: { reviewId } }),
  );
  const { isPresenting } = usePresentation();
  const entries = entriesOf(review);
  const entry = entries.find(({ key }) => key === at) ?? entries[0];
  const go = (key: string) =>
    void navigate({ search: (search) => ({ ...search, at: key }), replace: true });
  const togglePreview = () =>
    void navigate({ search: (search) => ({ ...search, preview: !preview }), replace: true });
  useReviewKeys({ entries, entry, go, togglePreview });
  if (entry === undefined) return null;
  return (
    <CurrencyContext value={review.setting.currency}>
      <PageFrame
        title={<ReviewTitle review={review} />}
        toolbar={
          !(review.isEditable && isPresenting) && (
            <Button
              variant="default"
              leftSection={<IconEye size={16} aria-hidden />}
              aria-pressed={preview}
              onClick={togglePreview}
            >
              {t('preview.toggle')}
            </Button>
          )
        }
        isFlush
      >
        <div className={classes['review']}>
          {!review.isEditable && <FinalBar review={review} />}
          {isPresenting ? (
            <Presented review={review} isPreviewed={preview} />
          ) : (
            <>
              <div className={classes['panes']} data-preview={preview}>
                <ReviewOutline review={review} entries={entries} current={entry.key} onGo={go} />
                <EntryPanel key={entry.key} review={review} entry={entry} />
                {preview ? (
                  <ReviewPreview review={review} />
                ) : (
                  <EvidencePanel review={review} entry={entry} />
                )}
              </div>
              <ReviewFooter review={review} onGo={go} />
            </>
          )}
        </div>
      </PageFrame>
    </CurrencyContext>
  );
}

/** The form is the manager's; of a final review the copies for others can still be shown. */
function Presented({ review, isPreviewed }: { review: Review; isPreviewed: boolean }) {
  if (isPreviewed && !review.isEditable) return <ReviewPreview review={review} />;
  return (
    <div className={classes['entry']}>
      <Private>{null}</Private>
    </div>
  );
}

function ReviewTitle({ review }: { review: Review }) {
  const { t } = useTranslation('reviews');
  return (
    <Group gap="sm" component="span" wrap="nowrap">
      <Name>{review.person.name}</Name>
      <span className={classes['titleFacts']}>
        {review.setting.periodName} · {t(`type.${review.type}`)} · {review.documentNo}
        {review.revision > 1 && ` · v${review.revision}`}
      </span>
      <StatusBadge status={review.status} />
    </Group>
  );
}

type KeysOf = {
  entries: readonly ReviewEntry[];
  entry: ReviewEntry | undefined;
  go(key: string): void;
  togglePreview(): void;
};

function useReviewKeys({ entries, entry, go, togglePreview }: KeysOf): void {
  const { t } = useTranslation('reviews');
  const step = (by: number) => {
    const index = entries.findIndex(({ key }) => key === entry?.key);
    const next = entries[index + by];
    if (next !== undefined) go(next.key);
  };
  useShortcuts({
    title: t('title'),
    shortcuts: [
      { keys: 'j', label: t('keys.next'), run: () => step(1) },
      { keys: 'k', label: t('keys.previous'), run: () => step(-1) },
      { keys: 'p', label: t('preview.toggle'), run: togglePreview },
    ],
  });
}
