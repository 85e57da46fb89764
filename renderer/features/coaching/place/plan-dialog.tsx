import {
  Button,
  Group,
  Modal,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { dayOf, momentOf, timeOf } from '#renderer/api/use-moment.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { plannableType, sessionMode } from '#shared/contract/coaching-fields.ts';
import type { CoachingSession, SessionPlan } from '#shared/contract/coaching-sessions.ts';

export type PlanDialogProps = {
  person: { id: string; name: string };
  /** The planned, excused or missed session to plan anew. */
  session: CoachingSession | null;
  /** The day to begin with. */
  on?: string | null;
  onClose(): void;
};

type Values = {
  on: string | null;
  time: string;
  type: SessionPlan['type'];
  plannedMinutes: number;
  mode: SessionPlan['mode'];
  location: string;
};

const usualTime = '10:00';

/** When, how long and how. */
export function PlanDialog({ person, session, on = null, onClose }: PlanDialogProps) {
  const { t } = useTranslation(['coaching', 'common']);
  const { sessionMinutes } = useSettings();
  const plan = useMutation(api.coaching.planSession.mutationOptions({ onSuccess: onClose }));
  const replan = useMutation(api.coaching.replanSession.mutationOptions({ onSuccess: onClose }));
  const form = useForm<Values>({
    initialValues: initialValues(session, on, sessionMinutes),
    validate: {
      on: (value) => (value === null ? t('coaching:plan.needDay') : null),
      time: (value) => (/^\d\d:\d\d$/.test(value) ? null : t('coaching:plan.needTime')),
    },
  });
  const submit = form.onSubmit(({ on: day, time, ...rest }) => {
    if (day === null) return;
    const values = { ...rest, scheduledAt: momentOf(day, time) };
    if (session === null) plan.mutate({ personId: person.id, ...values });
    else replan.mutate({ sessionId: session.id, ...values });
  });
  return (
    <Modal opened onClose={onClose} title={t('coaching:plan.title', { name: person.name })}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <SimpleGrid cols={2} spacing="sm">
            <DayField
              label={t('coaching:plan.day')}
              value={form.values.on}
              isClearable={false}
              error={form.errors['on']}
              onChange={(value) => form.setFieldValue('on', value)}
            />
            <TextInput
              type="time"
              label={t('coaching:plan.time')}
              {...form.getInputProps('time')}
            />
            <NumberInput
              label={t('coaching:plan.minutes')}
              min={5}
              max={480}
              step={5}
              allowDecimal={false}
              {...form.getInputProps('plannedMinutes')}
            />
            <Select
              label={t('coaching:plan.type')}
              data={plannableType.options.map((value) => ({
                value,
                label: t(`coaching:type.${value}`),
              }))}
              {...form.getInputProps('type')}
            />
            <Select
              label={t('coaching:plan.mode')}
              data={sessionMode.options.map((value) => ({
                value,
                label: t(`coaching:mode.${value}`),
              }))}
              {...form.getInputProps('mode')}
            />
            <TextInput
              label={t('coaching:plan.location')}
              maxLength={300}
              {...form.getInputProps('location')}
            />
          </SimpleGrid>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={plan.isPending || replan.isPending}>
              {session === null ? t('coaching:session.plan') : t('coaching:session.replan')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function initialValues(
  session: CoachingSession | null,
  on: string | null,
  minutes: number,
): Values {
  const type = plannableType.safeParse(session?.type);
  return {
    on: session === null ? on : dayOf(session.scheduledAt),
    time: session === null ? usualTime : timeOf(session.scheduledAt),
    type: type.success ? type.data : 'one_on_one',
    plannedMinutes: session?.plannedMinutes ?? minutes,
    mode: session?.mode ?? 'onsite',
    location: session?.location ?? '',
  };
}
