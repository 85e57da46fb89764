import { ActionIcon, Button, Group, NumberInput, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { LongText } from '#renderer/components/text/long-text.tsx';
import type { ReviewTemplateItem } from '#shared/contract/review-template.ts';
import type { PointChanges, PointKind, Review, ReviewPoint } from '#shared/contract/reviews.ts';
import classes from '../reviews.module.css';
import { useReviewWords } from '../use-review-words.ts';

export type PointsPanelProps = { review: Review; kind: PointKind; item: ReviewTemplateItem };

const most: Readonly<Record<PointKind, number>> = { strength: 3, improvement: 3, goal: 8 };

/** Strengths, improvements or goals, each with what belongs to it. */
export function PointsPanel({ review, kind, item }: PointsPanelProps) {
  const { t } = useTranslation('reviews');
  const words = useReviewWords();
  const add = useMutation(api.reviews.addPoint.mutationOptions());
  const points = review.points.filter((point) => point.kind === kind);
  return (
    <>
      <h2 className={classes['entryTitle']}>{words.itemName(item)}</h2>
      <p className={classes['hint']}>{words.pick(item.promptZh, item.promptEn)}</p>
      {points.map((point, index) => (
        <Point key={point.id} review={review} point={point} number={index + 1} />
      ))}
      {kind === 'goal' && points.length > 0 && <GoalWeights points={points} />}
      {review.isEditable && points.length < most[kind] && (
        <Button
          variant="default"
          className={classes['addPoint'] ?? ''}
          leftSection={<IconPlus size={15} aria-hidden />}
          loading={add.isPending}
          onClick={() => add.mutate({ reviewId: review.id, kind })}
        >
          {t(`point.add.${kind}`)}
        </Button>
      )}
    </>
  );
}

function GoalWeights({ points }: { points: readonly ReviewPoint[] }) {
  const { t } = useTranslation('reviews');
  const total = points.reduce((sum, { weightBp }) => sum + (weightBp ?? 0), 0);
  if (total === 0) return null;
  return (
    <p className={total === 10_000 ? classes['dim'] : classes['warning']}>
      {t('point.weights', { total: total / 100 })}
    </p>
  );
}

type PointProps = { review: Review; point: ReviewPoint; number: number };

function Point({ review, point, number }: PointProps) {
  const { t } = useTranslation('reviews');
  const remove = useMutation(api.reviews.removePoint.mutationOptions());
  const isLocked = !review.isEditable;
  const text = (field: 'text' | 'measure' | 'action' | 'support', lines: number) =>
    isLocked && point[field] === '' ? null : (
      <LongText
        table="review_point"
        id={point.id}
        field={field}
        label={t(field === 'text' ? `point.text.${point.kind}` : `point.${field}`, { number })}
        saved={point[field]}
        lines={lines}
        isLocked={isLocked}
      />
    );
  return (
    <article className={classes['point']} aria-label={t(`point.text.${point.kind}`, { number })}>
      {!isLocked && (
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes['removePoint'] ?? ''}
          aria-label={t('point.remove', { number })}
          onClick={() => remove.mutate({ pointId: point.id })}
        >
          <IconTrash size={15} aria-hidden />
        </ActionIcon>
      )}
      {text('text', 2)}
      {point.kind === 'goal' && text('measure', 1)}
      {point.kind === 'improvement' && text('action', 1)}
      {point.kind !== 'strength' && <PointFacts review={review} point={point} />}
      {point.kind === 'improvement' && text('support', 1)}
    </article>
  );
}

function PointFacts({ review, point }: Pick<PointProps, 'review' | 'point'>) {
  const { t } = useTranslation('reviews');
  const change = useMutation(api.reviews.changePoint.mutationOptions());
  const set = (changes: PointChanges) => change.mutate({ pointId: point.id, changes });
  const isLocked = !review.isEditable;
  return (
    <Group gap="sm" align="end">
      <DayField
        label={t('point.dueOn')}
        value={point.dueOn}
        isReadOnly={isLocked}
        onChange={(dueOn) => set({ dueOn })}
        width={168}
      />
      <Select
        label={t('point.owner')}
        value={point.owner}
        data={(['rep', 'manager'] as const).map((owner) => ({
          value: owner,
          label: t(`owner.${owner}`),
        }))}
        readOnly={isLocked}
        onChange={(owner) => set({ owner: owner === 'manager' ? 'manager' : 'rep' })}
        w={120}
      />
      {point.kind === 'goal' && (
        <NumberInput
          label={t('point.weight')}
          defaultValue={point.weightBp === null ? '' : point.weightBp / 100}
          onBlur={({ currentTarget }) => {
            const percent = Number.parseFloat(currentTarget.value);
            const weightBp = Number.isNaN(percent) ? null : Math.round(percent * 100);
            if (weightBp !== point.weightBp) set({ weightBp });
          }}
          readOnly={isLocked}
          min={0}
          max={100}
          suffix="%"
          hideControls
          w={90}
        />
      )}
    </Group>
  );
}
