import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import type { Review } from '#shared/contract/reviews.ts';

export type AmendDialogProps = { review: Review; isOpen: boolean; onClose(): void };

/** A new revision needs a reason, which its documents print. */
export function AmendDialog({ review, isOpen, onClose }: AmendDialogProps) {
  const { t } = useTranslation(['reviews', 'common']);
  const navigate = useNavigate();
  const amend = useMutation(api.reviews.amendReview.mutationOptions());
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (value.trim() === '' ? t('amend.needsReason') : null) },
  });
  const submit = form.onSubmit(async ({ reason }) => {
    const { reviewId } = await amend.mutateAsync({ reviewId: review.id, reason });
    onClose();
    await navigate({ to: '/reviews/$reviewId', params: { reviewId } });
  });
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('amend.title')}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text lh={1.7}>{t('amend.body')}</Text>
          <TextInput label={t('amend.reason')} data-autofocus {...form.getInputProps('reason')} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={amend.isPending}>
              {t('amend.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
