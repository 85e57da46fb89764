import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import type { ActivityKind, TimelineOf } from '#shared/contract/activities.ts';
import { localDay, momentToInstant } from './activity-moment.ts';
import classes from './activity-timeline.module.css';
import { KindPicker } from './kind-picker.tsx';

type Draft = {
  kind: ActivityKind;
  subject: string;
  status: 'planned' | 'done';
  on: string;
  time: string;
};

function emptyDraft(kind: ActivityKind): Draft {
  const isPlan = kind === 'task';
  return {
    kind,
    subject: '',
    status: isPlan ? 'planned' : 'done',
    on: localDay(new Date()),
    time: '',
  };
}

/** One line: how, what came of it, Enter. The day is today unless another is chosen. */
export function ActivityAdd({ of }: { of: TimelineOf }) {
  const { t } = useTranslation('activities');
  const [draft, setDraft] = useState(() => emptyDraft('call'));
  const subject = useRef<HTMLInputElement>(null);
  const add = useMutation(api.activities.addActivity.mutationOptions());
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const choose = (kind: ActivityKind) => {
    change({ kind, ...(kind === 'task' ? { status: 'planned' } : {}) });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (draft.subject.trim() === '' || add.isPending) return;
    await add.mutateAsync({ ...of, ...toActivity(draft) }).then(
      () => setDraft(emptyDraft(draft.kind)),
      () => undefined,
    );
    subject.current?.focus();
  };
  const isPlan = draft.status === 'planned';
  return (
    <form className={classes['add']} aria-label={t('add.label')} onSubmit={submit}>
      <KindPicker kind={draft.kind} onChange={choose} />
      <div className={classes['addRow']}>
        <TextInput
          ref={subject}
          className={classes['grow'] ?? ''}
          aria-label={t('add.subject')}
          placeholder={t(isPlan ? 'add.planPlaceholder' : 'add.donePlaceholder')}
          maxLength={300}
          value={draft.subject}
          onChange={({ currentTarget }) => change({ subject: currentTarget.value })}
        />
        <Button type="submit" loading={add.isPending} disabled={draft.subject.trim() === ''}>
          {t(isPlan ? 'add.plan' : 'add.save')}
        </Button>
      </div>
      <When draft={draft} onChange={change} />
    </form>
  );
}

function toActivity({ kind, subject, status, on, time }: Draft) {
  const moment = { on, time: time === '' ? null : time };
  return { kind, subject, status, happenedAt: momentToInstant(moment, status, new Date()) };
}

type WhenProps = { draft: Draft; onChange(changes: Partial<Draft>): void };

function When({ draft, onChange }: WhenProps) {
  const { t } = useTranslation('activities');
  return (
    <div className={classes['addRow']}>
      <SegmentedControl
        size="xs"
        aria-label={t('add.state')}
        value={draft.status}
        data={(['done', 'planned'] as const).map((value) => ({ value, label: t(`add.${value}`) }))}
        onChange={(status) => onChange({ status })}
      />
      <DayField
        size="xs"
        width={130}
        isLabelHidden
        isClearable={false}
        label={t('add.when')}
        value={draft.on}
        onChange={(on) => onChange({ on: on ?? localDay(new Date()) })}
      />
      <TimeInput
        size="xs"
        w={96}
        aria-label={t('add.time')}
        value={draft.time}
        onChange={({ currentTarget }) => onChange({ time: currentTarget.value })}
      />
    </div>
  );
}
