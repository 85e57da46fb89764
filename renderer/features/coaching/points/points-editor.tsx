import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { usePresentation } from '#renderer/components/privacy/presentation.tsx';
import { Private } from '#renderer/components/privacy/private.tsx';
import type { TalkingPoint } from '#shared/contract/coaching-brief.ts';
import { PointLine } from './point-line.tsx';
import classes from './points.module.css';

export type PointsEditorProps = {
  personId: string;
  sessionId: string | null;
  points: readonly TalkingPoint[];
  /** Proposals beyond those listed. */
  more: number;
};

const top = 3;

/** What to talk about: three things first; the rules propose, the manager decides. */
export function PointsEditor({ personId, sessionId, points, more }: PointsEditorProps) {
  const { t } = useTranslation('coaching');
  const [isOpen, setOpen] = useState(false);
  const order = useMutation(api.coaching.orderPoints.mutationOptions());
  const chosen = points.filter(({ itemId }) => itemId !== null).length;
  const shown = isOpen ? points : points.slice(0, Math.max(top, chosen));
  const rest = points.length - shown.length + more;
  const move = (at: number, by: number) => {
    const keys = shown.map(({ key }) => key);
    const [moved] = keys.splice(at, 1);
    if (moved === undefined || at + by < 0 || at + by > keys.length) return;
    keys.splice(at + by, 0, moved);
    order.mutate({ personId, sessionId, keys });
  };
  return (
    <section aria-label={t('points.title')}>
      <h2 className={classes['title']}>{t('points.title')}</h2>
      <p className={classes['hint']}>{t('points.hint')}</p>
      {points.length === 0 && <p className={classes['hint']}>{t('points.none')}</p>}
      <ol className={classes['list']}>
        {shown.map((point, at) => {
          const line = (
            <PointLine
              key={point.key}
              personId={personId}
              point={point}
              place={at + 1}
              onMove={(by) => move(at, by)}
            />
          );
          return point.visibility === 'private' ? (
            <Private key={point.key} isSilent>
              {line}
            </Private>
          ) : (
            line
          );
        })}
      </ol>
      {(rest > 0 || isOpen) && (
        <Button variant="subtle" size="compact-sm" onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('points.less') : t('points.more', { count: rest })}
        </Button>
      )}
      {isOpen && more > 0 && (
        <p className={classes['hint']}>{t('points.beyond', { count: more })}</p>
      )}
      <AddPoint personId={personId} sessionId={sessionId} />
    </section>
  );
}

/** What others watch being typed is shared; what was begun alone waits until they are gone. */
export function AddPoint({ personId, sessionId }: Omit<PointsEditorProps, 'points' | 'more'>) {
  const { t } = useTranslation('coaching');
  const { isPresenting } = usePresentation();
  const visibility = isPresenting ? 'shared' : 'private';
  const [texts, setTexts] = useState({ private: '', shared: '' });
  const text = texts[visibility];
  const setText = (value: string) => setTexts((before) => ({ ...before, [visibility]: value }));
  const add = useMutation(api.coaching.addPoint.mutationOptions({ onSuccess: () => setText('') }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    add.mutate({ personId, sessionId, text, source: 'manager', visibility });
  };
  const label = t(isPresenting ? 'points.addShared' : 'points.add');
  return (
    <form onSubmit={submit} className={classes['add']}>
      <TextInput
        flex={1}
        key={visibility}
        aria-label={label}
        placeholder={label}
        leftSection={<IconPlus size={16} aria-hidden />}
        value={text}
        maxLength={300}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
    </form>
  );
}
