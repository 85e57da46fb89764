import { useTranslation } from 'react-i18next';
import { PlainPage } from '#renderer/components/plain-page.tsx';

/** The page has no backend any more and cannot get one. */
export function ConnectionPage({ state }: { state: 'ended' | 'refused' }) {
  const { t } = useTranslation('shell');
  return <PlainPage title={t(`connection.${state}`)} body={t(`connection.${state}Body`)} />;
}
