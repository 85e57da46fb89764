import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconPaperclip,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Review } from '#shared/contract/reviews.ts';
import { useEvidenceDrop } from './evidence/evidence-drag.ts';
import { type EntryState, entryState, type ReviewEntry, scoreOf } from './review-entries.ts';
import classes from './reviews.module.css';
import { useReviewWords } from './use-review-words.ts';

const icons: Readonly<Record<EntryState, TablerIcon>> = {
  done: IconCircleCheck,
  open: IconCircle,
  left_out: IconCircleDashed,
  problem: IconAlertTriangle,
};

export type ReviewOutlineProps = {
  review: Review;
  entries: readonly ReviewEntry[];
  current: string;
  onGo(key: string): void;
};

/** All that the form asks for, how far each is, and the score so far. */
export function ReviewOutline({ review, entries, current, onGo }: ReviewOutlineProps) {
  const { t } = useTranslation('reviews');
  const words = useReviewWords();
  const sections = review.template.sections.filter(({ kind }) => kind !== 'text');
  const others = entries.filter(({ kind }) => kind !== 'item');
  const line = (entry: ReviewEntry) => (
    <OutlineLine
      key={entry.key}
      review={review}
      entry={entry}
      isCurrent={entry.key === current}
      onGo={onGo}
    />
  );
  return (
    <nav className={classes['outline']} aria-label={t('outline.label')}>
      <LiveScore review={review} />
      {sections.map((section) => (
        <div key={section.code} className={classes['outlineSection']}>
          <div className={classes['outlineHead']}>
            <span>
              {words.itemName(section)} {section.weightBp / 100}%
            </span>
            <span className={classes['figure']}>{sectionScore(review, section.code)}</span>
          </div>
          {entries
            .filter((entry) => entry.kind === 'item' && entry.section.code === section.code)
            .map(line)}
        </div>
      ))}
      <div className={classes['outlineSection']}>
        <div className={classes['outlineHead']}>{t('outline.words')}</div>
        {others.map(line)}
      </div>
    </nav>
  );
}

/** Two decimals, so that the scores stand under each other; the sum shows all of them. */
function sectionScore({ score }: Review, code: string): string {
  const fixed = score.sections.find((section) => section.code === code)?.score?.fixed;
  return fixed === undefined ? '–' : Number(fixed).toFixed(2);
}

/** The score so far; with items still to be scored it is called that. */
function LiveScore({ review: { score, problems } }: { review: Review }) {
  const { t } = useTranslation('reviews');
  const { finalCenti, band, hundredCenti } = score;
  const isPartial = problems.some(({ code }) => code === 'item_unscored');
  return (
    <div className={classes['liveScore']} data-partial={isPartial} aria-live="polite">
      <span className={classes['liveFinal']}>
        {finalCenti === null ? '–' : (finalCenti / 100).toFixed(2)}
      </span>
      <span className={classes['liveBand']}>{band ?? '–'}</span>
      <span className={classes['dim']}>
        {hundredCenti === null
          ? t('outline.pending')
          : t(isPartial ? 'outline.soFar' : 'outline.hundred', {
              value: (hundredCenti / 100).toFixed(2),
            })}
      </span>
    </div>
  );
}

type LineProps = {
  review: Review;
  entry: ReviewEntry;
  isCurrent: boolean;
  onGo(key: string): void;
};

function OutlineLine({ review, entry, isCurrent, onGo }: LineProps) {
  const { t } = useTranslation('reviews');
  const words = useReviewWords();
  const { ref, isOver } = useEvidenceDrop(review, entry.kind === 'item' ? entry.key : null);
  const state = entryState(entry, review);
  const Icon = icons[state];
  const evidence = review.evidence.filter(({ itemRef }) => itemRef === entry.key).length;
  const points = entry.kind === 'item' ? scoreOf(review, entry.key)?.points : undefined;
  return (
    <UnstyledButton
      ref={ref}
      className={classes['outlineLine'] ?? ''}
      data-current={isCurrent}
      data-over={isOver}
      aria-current={isCurrent ? 'step' : undefined}
      onClick={() => onGo(entry.key)}
    >
      <Icon size={15} className={classes['stateIcon'] ?? ''} data-state={state} aria-hidden />
      <span className={classes['outlineName']}>{words.entryName(entry)}</span>
      <VisuallyHidden>{t(`state.${state}`)}</VisuallyHidden>
      {evidence > 0 && (
        <span className={classes['proof']} title={t('evidence.count', { count: evidence })}>
          <IconPaperclip size={13} role="img" aria-label={t('evidence.title')} />
          {evidence}
        </span>
      )}
      {points && <span className={classes['points']}>{Number(points.fixed).toFixed(2)}</span>}
    </UnstyledButton>
  );
}
