import { Button, Group, Select } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { CommittedInput } from '#renderer/components/form/committed-input.tsx';
import { OptionalNumber } from '#renderer/components/form/optional-number.tsx';
import { LongText } from '#renderer/components/text/long-text.tsx';
import { type Activity, type ActivityFacts, activityKind } from '#shared/contract/activities.ts';
import { kinds } from './activity-kinds.ts';
import { instantToMoment, momentToInstant } from './activity-moment.ts';
import classes from './activity-timeline.module.css';

/** All of one activity, edited in place; the details are saved while they are typed. */
export function ActivityDetails({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities');
  const { id, status, kind, subject, minutes, content } = activity;
  const change = useChange(activity);
  const cancel = useMutation(api.activities.cancelActivity.mutationOptions());
  const remove = useMutation(api.activities.removeActivity.mutationOptions());
  return (
    <div className={classes['details']}>
      <div className={classes['fields']}>
        <CommittedInput
          className={classes['wide'] ?? ''}
          size="xs"
          label={t('field.subject')}
          maxLength={300}
          saved={subject}
          isNeeded
          onCommit={(value) => change({ subject: value })}
        />
        <Select
          size="xs"
          label={t('field.kind')}
          value={kind}
          data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(value) => change({ kind: activityKind.parse(value) })}
        />
        <OptionalNumber
          size="xs"
          label={t('field.minutes')}
          min={0}
          max={10_000}
          allowDecimal={false}
          saved={minutes}
          onCommit={(value) => change({ minutes: value })}
        />
        <When key={activity.happenedAt} activity={activity} />
        <Person activity={activity} />
      </div>
      <LongText
        table="activity"
        id={id}
        field="content"
        label={t('field.content')}
        saved={content}
        lines={2}
      />
      <Group gap="xs">
        {status === 'planned' && (
          <Button size="compact-xs" variant="default" onClick={() => cancel.mutate({ id })}>
            {t('cancelPlan')}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="subtle"
          color="red"
          onClick={() => remove.mutate({ id })}
        >
          {t('delete')}
        </Button>
      </Group>
    </div>
  );
}

function useChange({ id }: Activity) {
  const { mutateAsync } = useMutation(api.activities.changeActivity.mutationOptions());
  return (changes: Partial<ActivityFacts>) => mutateAsync({ id, changes }).catch(() => undefined);
}

function When({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities');
  const change = useChange(activity);
  const saved = instantToMoment(activity.happenedAt);
  const [time, setTime] = useState(saved.time);
  const status = activity.status === 'planned' ? 'planned' : 'done';
  const save = (moment: { on: string; time: string }) => {
    if (moment.time === '' || (moment.on === saved.on && moment.time === saved.time)) return;
    void change({ happenedAt: momentToInstant(moment, status, new Date()) });
  };
  return (
    <>
      <DayField
        size="xs"
        isClearable={false}
        label={t('field.when')}
        value={saved.on}
        onChange={(on) => on !== null && save({ on, time: saved.time })}
      />
      <TimeInput
        size="xs"
        label={t('field.time')}
        value={time}
        onChange={({ currentTarget }) => setTime(currentTarget.value)}
        onBlur={() => save({ on: saved.on, time })}
      />
    </>
  );
}

function Person({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities');
  const change = useChange(activity);
  const people = useQuery(api.people.listPeople.queryOptions({ input: {} }));
  const { person } = activity;
  const team = (people.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const isListed = person === null || team.some(({ value }) => value === person.id);
  return (
    <Select
      size="xs"
      searchable
      clearable
      label={t('field.person')}
      value={person?.id ?? null}
      data={isListed ? team : [...team, { value: person.id, label: person.name }]}
      onChange={(personId) => change({ personId })}
    />
  );
}
