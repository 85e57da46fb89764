import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { PlainPart } from '#renderer/components/plain-page.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import { DealHead } from './deal-head.tsx';
import { DealMenu } from './deal-menu.tsx';
import classes from './deal-pane.module.css';
import { DealSections } from './deal-sections.tsx';
import { useDeal } from './use-deal.ts';

const route = getRouteApi('/deals/$dealId');

/** One deal on a page of its own. */
export function DealPage() {
  const { t } = useTranslation('deals');
  const { dealId } = route.useParams();
  const navigate = route.useNavigate();
  const { deal, isGone } = useDeal(dealId);
  const back = () => void navigate({ to: '/deals', search: { deal: dealId } });
  useShortcuts({
    title: t('deal.label'),
    shortcuts: [{ keys: 'escape', label: t('deal.back'), run: back }],
  });
  if (isGone) {
    return (
      <PlainPart title={t('deal.gone')} body={t('deal.goneBody')}>
        <Button renderRoot={(props) => <Link to="/deals" {...props} />}>{t('deal.back')}</Button>
      </PlainPart>
    );
  }
  if (deal === undefined) return null;
  return (
    <PageFrame
      title={<Name>{deal.name}</Name>}
      toolbar={
        <>
          <DealMenu deal={deal} onDeleted={() => void navigate({ to: '/deals' })} />
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            onClick={back}
          >
            {t('deal.back')}
          </Button>
        </>
      }
    >
      <DealHead deal={deal} isOnPage />
      <DealSections deal={deal} className={classes['columns']} />
    </PageFrame>
  );
}
