import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { type RiskLinkTarget, type RiskScore, riskCategory } from '#shared/contract/risks.ts';
import { ScorePicker } from './pane/score-picker.tsx';

export type AddRiskDialogProps = {
  isOpen: boolean;
  /** The records it is about from the start. */
  links?: RiskLinkTarget[];
  onClose: () => void;
  onAdded: (id: string) => void;
};

type Values = { title: string; category: string; current: RiskScore | null };

/** A risk in ten seconds: what, which kind, how bad; the rest is written in its pane. */
export function AddRiskDialog({ isOpen, links = [], onClose, onAdded }: AddRiskDialogProps) {
  const { t } = useTranslation(['risks', 'common']);
  const add = useMutation(api.risks.addRisk.mutationOptions());
  const form = useForm<Values>({
    initialValues: { title: '', category: 'deal', current: null },
    validate: { title: (title) => (title.trim() === '' ? t('risks:needTitle') : null) },
  });
  const submit = form.onSubmit(async ({ title, category, current }) => {
    const risk = await add.mutateAsync({
      title,
      category: riskCategory.parse(category),
      current,
      links,
    });
    form.reset();
    onClose();
    onAdded(risk.id);
  });
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('risks:newTitle')} size="lg">
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            data-autofocus
            label={t('risks:field.title')}
            {...form.getInputProps('title')}
          />
          <Select
            label={t('risks:field.category')}
            data={riskCategory.options.map((value) => ({
              value,
              label: t(`risks:category.${value}`),
            }))}
            {...form.getInputProps('category')}
          />
          <ScorePicker
            label={t('risks:stage.current')}
            hint={t('risks:stageHint.current')}
            value={form.values.current}
            onChange={(current) => form.setFieldValue('current', current)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t('risks:add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
