import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '#renderer/api/failure.ts';
import { PlainPage } from '#renderer/components/plain-page.tsx';

type State = { error: unknown };

/** The last net, around everything: a page that says so and can be loaded again. */
export class AppBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? this.props.children : <FailedPage error={error} />;
  }
}

function FailedPage({ error }: { error: unknown }) {
  const { t } = useTranslation('shell');
  return (
    <PlainPage title={t('error.title')} body={`${failureText(error)} ${t('error.body')}`}>
      <Button onClick={() => location.reload()}>{t('error.retry')}</Button>
    </PlainPage>
  );
}
