import { ActionIcon, TextInput, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconEyeOff, IconLock, IconUsers } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { TalkingPoint } from '#shared/contract/coaching-brief.ts';
import { isPrivateFact } from '#shared/domain/coaching/talking-points.ts';
import { ReasonMenu } from '../reason-menu.tsx';
import { useCoachingWords } from '../use-coaching-words.ts';
import classes from './points.module.css';

export type PointLineProps = {
  personId: string;
  point: TalkingPoint;
  place: number;
  onMove(by: number): void;
};

/** A talking point with the fact behind it; Alt with an arrow moves it. */
export function PointLine({ personId, point, place, onMove }: PointLineProps) {
  const { t } = useTranslation('coaching');
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    onMove(by);
  };
  return (
    <li className={classes['line']} data-state={point.state} onKeyDown={onKeyDown}>
      <span className={classes['place']} aria-hidden>
        {place}
      </span>
      <PointText personId={personId} point={point} />
      <span className={classes['tools']}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('points.up')}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('points.down')}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={16} aria-hidden />
        </ActionIcon>
        <VisibilityButton personId={personId} point={point} />
        <DismissButton personId={personId} point={point} />
      </span>
    </li>
  );
}

type Props = Pick<PointLineProps, 'personId' | 'point'>;

export function PointText({ personId, point }: Props) {
  const { t } = useTranslation('coaching');
  const words = useCoachingWords();
  const [draft, setDraft] = useState<string | null>(null);
  const reword = useMutation(api.coaching.rewordPoint.mutationOptions());
  const fact = point.fact === null ? '' : words.fact(point.fact);
  const shown = point.text === '' ? fact : point.text;
  const save = () => {
    if (draft !== null && draft.trim() !== shown) {
      reword.mutate({ personId, key: point.key, text: draft.trim() });
    }
    setDraft(null);
  };
  if (draft !== null) {
    return (
      <TextInput
        autoFocus
        aria-label={t('points.reword')}
        value={draft}
        maxLength={300}
        onChange={({ currentTarget }) => setDraft(currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') save();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
    );
  }
  return (
    <div>
      <UnstyledButton
        className={classes['text'] ?? ''}
        title={t('points.reword')}
        onClick={() => setDraft(shown)}
      >
        <Name>{shown}</Name>
      </UnstyledButton>
      <span className={classes['source']}>
        {point.carriedCount > 0
          ? t('points.carried', { count: point.carriedCount })
          : t(`points.source.${point.source}`)}
        {point.text !== '' && fact !== '' && <Name>{fact}</Name>}
      </span>
    </div>
  );
}

export function VisibilityButton({ personId, point }: Props) {
  const { t } = useTranslation('coaching');
  const change = useMutation(api.coaching.setPointVisibility.mutationOptions());
  const isPrivate = point.visibility === 'private';
  const isBound = isPrivateFact(point.fact);
  const Icon = isPrivate ? IconLock : IconUsers;
  const title = isBound ? 'isBound' : isPrivate ? 'isPrivate' : 'isShared';
  return (
    <ActionIcon
      variant="subtle"
      color={isPrivate ? 'violet' : 'gray'}
      aria-pressed={isPrivate}
      aria-label={t('points.private')}
      title={t(`points.${title}`)}
      disabled={isBound}
      onClick={() =>
        change.mutate({
          personId,
          key: point.key,
          visibility: isPrivate ? 'shared' : 'private',
        })
      }
    >
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
}

export function DismissButton({ personId, point }: Props) {
  const { t } = useTranslation('coaching');
  const dismiss = useMutation(api.coaching.dismissPoint.mutationOptions());
  return (
    <ReasonMenu
      label={t('points.dismiss')}
      title={t('points.dismissWhy')}
      presets={[t('points.why.known'), t('points.why.later'), t('points.why.wrong')]}
      icon={IconEyeOff}
      onChoose={(reason) => dismiss.mutate({ personId, key: point.key, reason })}
    />
  );
}
