import { Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import {
  opportunityTreatments,
  type RiskDetail,
  riskTreatment,
  threatTreatments,
} from '#shared/contract/risks.ts';
import classes from './risk-pane.module.css';

/** How the risk is treated. Accepting asks who, why and until when. */
export function RiskTreatment({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation('risks');
  const [isAccepting, setAccepting] = useState(false);
  const { mutate } = useMutation(api.risks.chooseTreatment.mutationOptions());
  const choices = risk.kind === 'threat' ? threatTreatments : opportunityTreatments;
  const choose = (value: string) => {
    const treatment = riskTreatment.parse(value);
    if (treatment === 'accept') setAccepting(true);
    else mutate({ id: risk.id, treatment });
  };
  return (
    <Stack gap="xs">
      <SegmentedControl
        size="xs"
        aria-label={t('field.treatment')}
        value={risk.treatment ?? ''}
        data={choices.map((value) => ({ value, label: t(`treatment.${value}`) }))}
        onChange={choose}
      />
      {risk.treatment === 'accept' && (
        <span className={classes['dim']}>
          {t('field.acceptedBy')} {risk.acceptedBy} · {risk.acceptanceReason} ·{' '}
          {t('accept.until', { on: risk.acceptedUntilOn ?? '' })}
        </span>
      )}
      <AcceptDialog risk={risk} isOpen={isAccepting} onClose={() => setAccepting(false)} />
    </Stack>
  );
}

type AcceptDialogProps = { risk: RiskDetail; isOpen: boolean; onClose: () => void };

function AcceptDialog({ risk, isOpen, onClose }: AcceptDialogProps) {
  const { t } = useTranslation(['risks', 'common']);
  const { managerName } = useSettings();
  const accept = useMutation(api.risks.chooseTreatment.mutationOptions({ onSuccess: onClose }));
  const needed = (value: string | null) => (value ? null : t('risks:needField'));
  const form = useForm({
    initialValues: { acceptedBy: managerName, reason: '', untilOn: '' },
    validate: { acceptedBy: needed, reason: needed, untilOn: needed },
  });
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('risks:accept.title')}>
      <form
        onSubmit={form.onSubmit((values) =>
          accept.mutate({ id: risk.id, treatment: 'accept', ...values }),
        )}
      >
        <Stack>
          <Text c="dimmed">{t('risks:accept.explain')}</Text>
          <TextInput label={t('risks:field.acceptedBy')} {...form.getInputProps('acceptedBy')} />
          <TextInput label={t('risks:field.acceptanceReason')} {...form.getInputProps('reason')} />
          <DayField
            label={t('risks:field.acceptedUntil')}
            error={form.errors['untilOn']}
            value={form.values.untilOn || null}
            onChange={(on) => form.setFieldValue('untilOn', on ?? '')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={accept.isPending}>
              {t('risks:accept.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
