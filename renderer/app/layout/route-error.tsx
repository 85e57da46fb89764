import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { failureText } from '#renderer/api/failure.ts';
import { PlainPart } from '#renderer/components/plain-page.tsx';

/** A page that failed; the rest of the app goes on. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('shell');
  const router = useRouter();
  const queryClient = useQueryClient();
  const retry = async () => {
    await queryClient.resetQueries({ predicate: (query) => query.state.status === 'error' });
    reset();
    await router.invalidate();
  };
  return (
    <PlainPart title={t('error.title')} body={`${failureText(error)} ${t('error.body')}`}>
      <Button onClick={retry}>{t('error.retry')}</Button>
    </PlainPart>
  );
}
