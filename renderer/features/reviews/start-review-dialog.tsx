import { Alert, Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { dayOf } from '#renderer/api/use-moment.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { type ReviewType, reviewType } from '#shared/contract/reviews.ts';
import { fiscalPeriod, shiftPeriod } from '#shared/domain/dates/fiscal.ts';
import { useReviewWords } from './use-review-words.ts';

type Start = {
  personId: string;
  templateId: string;
  type: ReviewType;
  periodStartOn: string;
  periodEndOn: string;
};

export type StartReviewDialogProps = { isOpen: boolean; onClose(): void; personId?: string };

export function StartReviewDialog({ isOpen, onClose, personId = '' }: StartReviewDialogProps) {
  const { t } = useTranslation(['reviews', 'common']);
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('start.title')}>
      <StartForm personId={personId} onClose={onClose} />
    </Modal>
  );
}

function StartForm({ personId, onClose }: { personId: string; onClose(): void }) {
  const { t } = useTranslation(['reviews', 'common']);
  const words = useReviewWords();
  const navigate = useNavigate();
  const lastPeriod = useLastPeriod();
  const people = useQuery(api.people.listPeople.queryOptions({ input: { includeLeft: false } }));
  const templates = useQuery(api.reviews.listTemplates.queryOptions());
  const start = useMutation(api.reviews.startReview.mutationOptions());
  const form = useForm<Start>({
    initialValues: { personId, templateId: '', type: 'half', ...lastPeriod('half') },
    validate: {
      personId: (value) => (value === '' ? t('start.needsPerson') : null),
      periodEndOn: (value, { periodStartOn }) =>
        value < periodStartOn ? t('start.endsBeforeStart') : null,
    },
  });
  const templateId = form.values.templateId || (templates.data?.[0]?.id ?? '');
  const submit = form.onSubmit(async (values) => {
    const { reviewId } = await start.mutateAsync({ ...values, templateId });
    onClose();
    await navigate({ to: '/reviews/$reviewId', params: { reviewId } });
  });
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Select
          label={t('start.person')}
          data={people.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          searchable
          openOnFocus={false}
          data-autofocus
          {...form.getInputProps('personId')}
        />
        <Select
          label={t('start.template')}
          data={
            templates.data?.map((template) => ({
              value: template.id,
              label: words.itemName(template),
            })) ?? []
          }
          value={templateId}
          onChange={(value) => form.setFieldValue('templateId', value ?? '')}
        />
        <Select
          label={t('start.type')}
          data={reviewType.options.map((type) => ({ value: type, label: t(`type.${type}`) }))}
          value={form.values.type}
          onChange={(value) => {
            const type = reviewType.parse(value);
            form.setValues({ type, ...lastPeriod(type) });
          }}
        />
        <Group grow align="start">
          <DayField
            isClearable={false}
            label={t('start.from')}
            value={form.values.periodStartOn}
            onChange={(on) => on !== null && form.setFieldValue('periodStartOn', on)}
          />
          <DayField
            isClearable={false}
            label={t('start.to')}
            error={form.errors['periodEndOn']}
            value={form.values.periodEndOn}
            onChange={(on) => on !== null && form.setFieldValue('periodEndOn', on)}
          />
        </Group>
        <Overlaps {...form.values} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={start.isPending}>
            {t('start.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The period that ended last, which is what a review is about; its own days for other types. */
function useLastPeriod() {
  const { fiscalYearStartMonth } = useSettings();
  const calendar = { startMonth: fiscalYearStartMonth, yearNamedBy: 'start' } as const;
  const kinds = { half: 'half', annual: 'year', quarter: 'quarter' } as const;
  return (type: ReviewType) => {
    const kind = type === 'probation' || type === 'adhoc' ? 'quarter' : kinds[type];
    const now = fiscalPeriod(dayOf(new Date()), kind, calendar);
    const { startOn, endOn } = shiftPeriod(now, -1, calendar);
    return { periodStartOn: startOn, periodEndOn: endOn };
  };
}

/** A review of the same days is there already: said, not refused. */
function Overlaps({ personId, type, periodStartOn, periodEndOn }: Start) {
  const { t } = useTranslation(['reviews', 'common']);
  const format = useFormat();
  const words = useReviewWords();
  const { data = [] } = useQuery({
    ...api.reviews.findOverlaps.queryOptions({
      input: { personId, type, periodStartOn, periodEndOn },
    }),
    enabled: personId !== '' && periodEndOn >= periodStartOn,
  });
  if (data.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" role="status">
      {t('start.overlaps', {
        list: format.list(
          data.map((review) => `${words.period(review)} · ${t(`status.${review.status}`)}`),
        ),
      })}
    </Alert>
  );
}
