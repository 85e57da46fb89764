import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PlainPart } from '#renderer/components/plain-page.tsx';

export function NotFoundPage() {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  return (
    <PlainPart title={t('notFound.title')} body={t('notFound.body')}>
      <Button onClick={() => navigate({ to: '/' })}>{t('notFound.back')}</Button>
    </PlainPart>
  );
}
